import { beforeEach, expect, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { testBin, testDeps, testHead, testStore } from '../testing/deps.ts'
import { BinMemory } from './bin-memory.ts'
import { Inspector } from './inspector.ts'

let store: Store
let learnt: number[]
let memory: BinMemory<number[]>

beforeEach(async () => {
  store = testStore({ requests: 150 })
  await store.bins.create(testBin)
  learnt = []
  memory = new BinMemory<number[]>(store, new Inspector(testDeps(store)), {
    start: () => [],
    async learn(state, { request }) {
      learnt.push(request.seq)
      state.push(request.seq)
    },
  })
})

async function append(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await store.append(testBin.id, testHead(), Buffer.from('x'))
}

const bin = (id = testBin.id) => store.bins.get(id) ?? testBin
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('every request is learnt from once, whoever asks and when', async () => {
  await append(120)
  const both = await Promise.all([memory.of(bin()), memory.of(bin())])
  expect(both).toEqual([upTo(120), upTo(120)])
  await append(10)
  expect(await memory.of(bin())).toEqual(upTo(130))
  expect(learnt).toEqual(upTo(130))
})

test('what retention takes is remembered', async () => {
  await append(140)
  await memory.of(bin())
  await append(40)
  expect(store.state(testBin.id)?.oldest).toBe(31)
  expect(await memory.of(bin())).toEqual(upTo(180))
})

test('what somebody deletes is forgotten', async () => {
  await append(5)
  await memory.of(bin())
  await store.remove(testBin.id, [2, 3])
  expect(await memory.of(bin())).toEqual([1, 4, 5])
  await store.remove(testBin.id, 'all')
  expect(await memory.of(bin())).toEqual([])
})

test('everything is learnt anew where the own shapes have changed, and in another bin', async () => {
  await append(3)
  await memory.of(bin())
  await store.bins.update(testBin.id, { ownShapes: { revision: 1, shapes: [] } })
  await memory.of(bin())
  expect(learnt).toEqual([1, 2, 3, 1, 2, 3])
  await store.bins.delete(testBin.id)
  await store.bins.create({ ...testBin, createdAt: 1 })
  expect(await memory.of(bin())).toEqual([])
})

test('a failure is told, and the next one who asks goes on after it', async () => {
  await append(3)
  let isBroken = true
  const flaky = new BinMemory<number[]>(store, new Inspector(testDeps(store)), {
    start: () => [],
    async learn(state, { request }) {
      if (isBroken && request.seq === 2) throw new Error('broken')
      state.push(request.seq)
    },
  })
  await expect(flaky.of(bin())).rejects.toThrow('broken')
  isBroken = false
  expect(await flaky.of(bin())).toEqual([1, 2, 3])
})

test('of many bins the ones asked for last are remembered', async () => {
  const ids = Array.from({ length: 22 }, (_, index) => `shop-${index}`)
  for (const id of ids) {
    await store.bins.create({ ...testBin, id })
    await store.append(id, testHead(), Buffer.from('x'))
    await memory.of(bin(id))
  }
  learnt = []
  await memory.of(bin('shop-21'))
  expect(learnt).toEqual([])
  await memory.of(bin('shop-0'))
  expect(learnt).toEqual([1])
})
