import { beforeEach, expect, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { testBin, testDeps, testHead } from '../testing/deps.ts'
import { scan } from './scan.ts'

const total = 250
let store: Store
beforeEach(async () => {
  store = testDeps().store
  await store.bins.create(testBin)
  for (let i = 1; i <= total; i++) {
    await store.append(testBin.id, testHead(), Buffer.from(String(i)))
  }
})

async function scanned(range: Parameters<typeof scan>[2]): Promise<number[]> {
  const seqs: number[] = []
  for await (const { request, body } of scan(store, testBin.id, range)) {
    expect(body?.toString()).toBe(String(request.seq))
    seqs.push(request.seq)
  }
  return seqs
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('every request comes once, in either order', async () => {
  expect(await scanned({ order: 'asc' })).toEqual(upTo(total))
  expect(await scanned({ order: 'desc' })).toEqual(upTo(total).reverse())
})

test('only those between two positions come', async () => {
  expect(await scanned({ order: 'asc', after: 10, before: 240 })).toEqual(upTo(239).slice(10))
  expect(await scanned({ order: 'desc', after: 249 })).toEqual([250])
  expect(await scanned({ order: 'desc', after: 250 })).toEqual([])
})

test('what comes while it is read is read as well, oldest first', async () => {
  const seqs: number[] = []
  for await (const { request } of scan(store, testBin.id, { order: 'asc' })) {
    seqs.push(request.seq)
    if (request.seq === 60) await store.append(testBin.id, testHead(), Buffer.from(''))
  }
  expect(seqs).toEqual(upTo(total + 1))
})
