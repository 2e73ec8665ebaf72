import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { samples } from '../../shared/events/samples.ts'
import type { OwnShape } from '../../shared/own-shape/own-shape.ts'
import type { BinRecord, Store, StoredEntry } from '../store/store.ts'
import { testBin, testDeps, testHead, testStore } from '../testing/deps.ts'
import { Inspector } from './inspector.ts'
import { judgeBatch, type JudgeBatch } from './judge-batch.ts'

type Case = { file: string; contentType: string; headers: Record<string, string> }

const fixtures = new URL('../../shared/events/fixtures/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, fixtures))
// The fixture is written by hand in this shape.
const cases = JSON.parse(read('cases.json').toString()) as Case[]

let store: Store
let batches: JudgeBatch[]
/** Judges all that is asked here, and what is worth the way in the other thread. */
let here: Inspector
let apart: Inspector
beforeEach(async () => {
  store = testStore({})
  await store.bins.create(testBin)
  batches = []
  here = new Inspector(testDeps(store))
  apart = new Inspector({
    ...testDeps(store),
    judging: {
      async judge(batch) {
        batches.push(batch)
        return structuredClone(judgeBatch(batch))
      },
    },
  })
})

async function append(body: string | Buffer, headers: string[] = []): Promise<void> {
  const bytes = Buffer.from(body)
  const rawHeaders = [...headers, 'Content-Type', 'application/json']
  await store.append(testBin.id, testHead({ rawHeaders, size: bytes.length }), bytes)
}

const entries = () => store.read(testBin.id, { limit: 500, order: 'asc' })

async function entry(seq: number): Promise<StoredEntry> {
  const [found] = await store.read(testBin.id, { after: seq - 1, limit: 1, order: 'asc' })
  if (!found) throw new Error(`no request ${seq}`)
  return found
}

const asked = () => batches.reduce((sum, { requests }) => sum + requests.length, 0)

describe('what another thread judges', () => {
  test('is what this one would say, for every known case', async () => {
    for (const { file, contentType, headers } of cases) {
      await append(read(file), ['content-type', contentType, ...Object.entries(headers).flat()])
    }
    expect(await apart.summaries(await entries())).toEqual(await here.summaries(await entries()))
    expect(asked()).toBe(cases.length)
  })

  test('is remembered', async () => {
    for (let i = 0; i < 20; i += 1) await append(samples['new-sale'])
    await apart.summaries(await entries())
    await apart.summaries(await entries())
    expect(asked()).toBe(20)
  })

  test('came with a content encoding, which is taken off first', async () => {
    const body = gzipSync(samples['new-sale'])
    for (let i = 0; i < 40; i += 1) await append(body, ['Content-Encoding', 'gzip'])
    const rows = await apart.summaries(await entries())
    expect(rows.map(({ verdict }) => verdict)).toEqual(Array(40).fill('valid'))
    expect(asked()).toBe(40)
  })

  test('goes over in parts, however much it is', async () => {
    const long = JSON.stringify({ pad: 'x'.repeat(400_000) })
    for (let i = 0; i < 6; i += 1) await append(long)
    await apart.summaries(await entries())
    expect(batches.map(({ requests }) => requests.length)).toEqual([3, 3])
  })

  test('is told whole of a long body', async () => {
    await append(samples['new-sale'].replace('"type"', `"pad": "${'é'.repeat(50_000)}", "kind"`))
    for (const inline of [1_000_000, 10]) {
      const detail = await apart.detail(await entry(1), inline)
      expect(detail).toEqual(await here.detail(await entry(1), inline))
      expect(detail.issues.length).toBeGreaterThan(0)
    }
    expect(asked()).toBe(1)
  })
})

describe('judged in this thread are', () => {
  test('a few short requests', async () => {
    await append(samples['tag-added'])
    expect(await apart.summaries(await entries())).toMatchObject([{ verdict: 'valid' }])
    expect(asked()).toBe(0)
  })

  test('those that own shapes have the last word about', async () => {
    const shape: OwnShape = {
      id: 'order',
      name: 'Order',
      match: '$.kind:order',
      schema: { type: 'object', required: ['kind'] },
    }
    const change: Partial<BinRecord> = { ownShapes: { revision: 1, shapes: [shape] } }
    await store.bins.update(testBin.id, change)
    for (let i = 0; i < 2; i += 1) await append(`{"kind":"order","pad":"${'x'.repeat(20_000)}"}`)
    expect(await apart.summaries(await entries())).toMatchObject([
      { verdict: 'valid', event: { family: 'own', type: 'order' } },
      { verdict: 'valid' },
    ])
  })

  test('all, where the other thread is no more', async () => {
    const alone = new Inspector({ ...testDeps(store), judging: { judge: async () => null } })
    for (let i = 0; i < 20; i += 1) await append(samples['new-sale'])
    const rows = await alone.summaries(await entries())
    expect(rows.map(({ verdict }) => verdict)).toEqual(Array(20).fill('valid'))
  })
})
