import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDiskStore, type DiskStoreOptions, type OpenedStore } from './disk.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import { sampleBin, sampleHead } from './samples.ts'
import { filesWith, temporaryFolders } from './temporary.ts'

const newFolder = temporaryFolders()
const kilobyte = Buffer.alloc(1000, 'x')

type Setup = { dir: string; clock: ManualClock; store: OpenedStore }

/** A store with small segments, so that little data fills many. */
async function setUp(options: Partial<DiskStoreOptions> = {}): Promise<Setup> {
  const dir = await newFolder()
  const clock = createManualClock()
  const segmentSize = 20_000
  const store = await openDiskStore({ dir, durability: 'process', clock, segmentSize, ...options })
  for (const id of ['a', 'b']) await store.bins.create(sampleBin(id))
  return { dir, clock, store }
}

async function fill(
  store: OpenedStore,
  bin: string,
  count: number,
  body = kilobyte,
): Promise<void> {
  for (let done = 0; done < count; done += 1) await store.append(bin, sampleHead(), body)
}

async function bytesOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

async function seqsOf(store: OpenedStore, bin: string): Promise<number[]> {
  const requests = await store.range(bin, { limit: 10_000, order: 'asc' })
  return requests.map((request) => request.seq)
}

test('gives space back that evicted requests have taken', async () => {
  const { dir, clock, store } = await setUp({ limits: { requests: 20 } })
  await fill(store, 'a', 300)
  const folder = join(dir, 'log')
  expect(await bytesOf(folder)).toBeGreaterThan(300_000)
  clock.advance(1000)
  await expect.poll(() => bytesOf(folder)).toBeLessThan(80_000)
  expect(await seqsOf(store, 'a')).toEqual(Array.from({ length: 20 }, (_, index) => 281 + index))
  await store.close()
})

test('rewrites what stays half dead, and keeps pins through it and a restart', async () => {
  const { dir, clock, store } = await setUp({ limits: { requests: 20 } })
  await fill(store, 'a', 10)
  await store.mark('a', 3, { pinned: true })
  await fill(store, 'a', 100)
  clock.advance(1000)
  clock.advance(30_000)
  await expect.poll(() => bytesOf(join(dir, 'log'))).toBeLessThan(80_000)
  const kept = [3, ...Array.from({ length: 19 }, (_, index) => 92 + index)]
  expect(await seqsOf(store, 'a')).toEqual(kept)
  const before = store.state('a')
  await store.close()
  const again = await openDiskStore({ dir, durability: 'process' })
  expect(again.warnings).toEqual([])
  expect(again.state('a')).toEqual(before)
  expect(await seqsOf(again, 'a')).toEqual(kept)
  await again.close()
})

test('what was let go does not come back, though other bins keep its segments', async () => {
  const { dir, clock, store } = await setUp({ limits: { requests: 30 } })
  for (let count = 0; count < 30; count += 1) {
    await fill(store, 'b', 1)
    await fill(store, 'a', 1)
  }
  await fill(store, 'a', 60)
  clock.advance(1000)
  clock.advance(30_000)
  const before = { a: store.state('a'), b: store.state('b') }
  await store.close()
  const again = await openDiskStore({ dir, durability: 'process', limits: { requests: 1000 } })
  expect({ a: again.state('a'), b: again.state('b') }).toEqual(before)
  await again.close()
})

const marker = 'MARKER-4b1d7e0c9a'

test.each<[string, (store: OpenedStore) => Promise<unknown>]>([
  ['a removed request', (store) => store.remove('a', [15])],
  ['a cleared bin', (store) => store.remove('a', 'all')],
  ['a deleted bin', (store) => store.bins.delete('a')],
])('leaves nothing of %s on disk', async (_what, remove) => {
  const { dir, store } = await setUp()
  await fill(store, 'b', 5)
  await fill(store, 'a', 14)
  await store.append('a', sampleHead({ target: `/bin/a?${marker}` }), Buffer.from(marker))
  await store.mark('a', 15, { note: marker })
  await fill(store, 'b', 30)
  const others = await seqsOf(store, 'b')
  expect(await filesWith(dir, marker)).not.toEqual([])
  await remove(store)
  expect(await filesWith(dir, marker)).toEqual([])
  expect(await seqsOf(store, 'b')).toEqual(others)
  await store.close()
  const again = await openDiskStore({ dir, durability: 'process' })
  expect(await seqsOf(again, 'b')).toEqual(others)
  await again.close()
})

test('leaves nothing of what retention had let go before either', async () => {
  const { dir, store } = await setUp({ limits: { requests: 5 } })
  await store.append('a', sampleHead(), Buffer.from(marker))
  await fill(store, 'a', 10)
  expect(await filesWith(dir, marker)).not.toEqual([])
  await store.bins.delete('a')
  expect(await filesWith(dir, marker)).toEqual([])
  await store.close()
})

test('leaves nothing of large bodies, nor of what was on its way', async () => {
  const { dir, store } = await setUp()
  const writer = await store.openBody()
  await writer.write(Buffer.alloc(100_000, marker))
  await store.append('a', sampleHead(), await writer.finish())
  const late = store.append('a', sampleHead(), Buffer.from(marker)).catch((error: unknown) => error)
  expect(await store.bins.delete('a')).toBe(true)
  expect([2, expect.objectContaining({ code: 'unknown-bin' })]).toContainEqual(await late)
  expect(await filesWith(dir, marker)).toEqual([])
  await store.close()
})

test('finishes a deletion that a crash has cut short', async () => {
  const { dir, store } = await setUp()
  await store.append('a', sampleHead(), Buffer.from(marker))
  await store.close()
  // The bin has left the catalogue, its bytes are still in the log.
  const empty = await newFolder()
  await (await openDiskStore({ dir: empty, durability: 'process' })).close()
  for (const name of ['catalogue.json', 'catalogue.copy.json']) {
    await copyFile(join(empty, name), join(dir, name))
  }
  const again = await openDiskStore({ dir, durability: 'process' })
  expect(await filesWith(dir, marker)).toEqual([])
  await again.close()
})

test('leaves nothing in the copy of the catalogue where a crash came between', async () => {
  const { dir, store } = await setUp()
  await store.bins.update('a', { secret: marker })
  const old = await readFile(join(dir, 'catalogue.copy.json'))
  await store.bins.delete('a')
  await store.close()
  for (const name of ['catalogue.copy.json', 'catalogue.json.tmp', 'catalogue.copy.json.tmp']) {
    await writeFile(join(dir, name), old)
  }
  const again = await openDiskStore({ dir, durability: 'process' })
  expect(await filesWith(dir, marker)).toEqual([])
  await again.close()
})

test('keeps every record while segments are rewritten under load', async () => {
  const { dir, clock, store } = await setUp({ limits: { requests: 100_000 } })
  await fill(store, 'a', 60)
  const removing = async () => {
    for (let seq = 1; seq <= 60; seq += 2) {
      await store.remove('a', [seq])
      clock.advance(31_000)
    }
  }
  const reading = async () => {
    for (let round = 0; round < 30; round += 1) {
      const held = store.state('b')?.counts.requests
      expect((await seqsOf(store, 'b')).length).toBeGreaterThanOrEqual(held ?? 1)
    }
  }
  const filling = Array.from({ length: 4 }, () => fill(store, 'b', 200))
  await Promise.all([removing(), reading(), ...filling])
  expect(await seqsOf(store, 'b')).toEqual(Array.from({ length: 800 }, (_, index) => index + 1))
  const before = { a: store.state('a'), b: store.state('b') }
  await store.close()
  const again = await openDiskStore({ dir, durability: 'process' })
  expect(again.warnings).toEqual([])
  expect({ a: again.state('a'), b: again.state('b') }).toEqual(before)
  await again.close()
})
