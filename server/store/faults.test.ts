import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realDisk, type DiskOps } from './disk-ops.ts'
import { openDiskStore, type OpenedStore } from './disk.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import { sampleBin, sampleHead } from './samples.ts'
import { temporaryFolders } from './temporary.ts'

const newFolder = temporaryFolders()

type Broken = 'no' | 'write' | 'half a write' | 'sync' | 'no room' | 'low'

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** A disk that works, or fails in a way that can be chosen while it runs. */
function breakableDisk() {
  const disk = { broken: 'no' as Broken, syncs: 0 }
  const ops: DiskOps = {
    write(file, pieces, position) {
      if (disk.broken === 'write') throw failure('EIO')
      if (disk.broken === 'half a write') {
        realDisk.write(file, [Buffer.concat(pieces).subarray(0, 60)], position)
        throw failure('EIO')
      }
      if (disk.broken === 'no room') throw failure('ENOSPC')
      realDisk.write(file, pieces, position)
    },
    async sync(file) {
      disk.syncs += 1
      if (disk.broken === 'sync') throw failure('EIO')
      await realDisk.sync(file)
    },
    async space() {
      return { free: disk.broken === 'low' ? 1000 : 1e12, size: 1e12 }
    },
  }
  return { disk, ops }
}

type Setup = ReturnType<typeof breakableDisk> & {
  store: OpenedStore
  clock: ManualClock
  dir: string
}

async function setUp(durability: 'disk' | 'process' = 'disk'): Promise<Setup> {
  const dir = await newFolder()
  const { disk, ops } = breakableDisk()
  const clock = createManualClock()
  const store = await openDiskStore({ dir, durability, ops, clock })
  await store.bins.create(sampleBin('a'))
  await store.append('a', sampleHead(), Buffer.from('before'))
  return { dir, disk, ops, clock, store }
}

async function textsOf(store: OpenedStore): Promise<string[]> {
  const entries = await store.read('a', { limit: 100, order: 'asc' })
  return entries.map(({ body }) => String(body))
}

function append(store: OpenedStore, text: string): Promise<number> {
  return store.append('a', sampleHead(), Buffer.from(text))
}

test.each([
  ['write', 'failed', 'failed'],
  ['half a write', 'failed', 'failed'],
  ['sync', 'failed', 'failed'],
  ['no room', 'full', 'full'],
  ['low', 'full', 'full'],
] as const)(
  '%s: refuses, keeps nothing of it, and recovers without restart',
  async (how, code, status) => {
    const { dir, disk, clock, store } = await setUp()
    disk.broken = how
    clock.advance(1000)
    const lost = await Promise.allSettled([
      append(store, 'lost'),
      append(store, 'lost'),
      append(store, 'lost'),
    ])
    expect(lost).toEqual(
      lost.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code }) })),
    )
    expect(store.health()).toMatchObject({ status, detail: expect.any(String) })
    expect(await textsOf(store)).toEqual(['before'])
    expect(store.state('a')).toMatchObject({ latest: 1, counts: { requests: 1 } })

    clock.advance(1000)
    await expect(append(store, 'still lost')).rejects.toMatchObject({ code })

    disk.broken = 'no'
    clock.advance(100)
    expect(await append(store, 'after')).toBe(2)
    expect(store.health()).toEqual({ status: 'ok' })
    await store.close()
    const again = await openDiskStore({ dir, durability: 'disk' })
    expect(again.warnings).toEqual([])
    expect(await textsOf(again)).toEqual(['before', 'after'])
    await again.close()
  },
)

test('finds out by itself that the disk works again', async () => {
  const { disk, clock, store } = await setUp()
  disk.broken = 'sync'
  await expect(append(store, 'lost')).rejects.toMatchObject({ code: 'failed' })
  disk.broken = 'no'
  clock.advance(1000)
  await expect.poll(() => store.health()).toEqual({ status: 'ok' })
  await store.close()
})

test('does not trust a file whose sync has failed: goes on in a new one', async () => {
  const { dir, disk, clock, store } = await setUp()
  disk.broken = 'sync'
  await expect(append(store, 'lost')).rejects.toMatchObject({ code: 'failed' })
  disk.broken = 'no'
  clock.advance(1000)
  await append(store, 'after')
  expect(await readdir(join(dir, 'log'))).toEqual(['00000001.ndjson', '00000002.ndjson'])
  await store.close()
})

test('answers only after the sync, one for all that came together', async () => {
  const { disk, store } = await setUp()
  const before = disk.syncs
  await Promise.all(Array.from({ length: 100 }, () => append(store, 'x')))
  expect(disk.syncs - before).toBe(1)
  await store.close()
})

test('does not sync where only the end of the process must be survived', async () => {
  const { disk, store } = await setUp('process')
  await append(store, 'x')
  expect(disk.syncs).toBe(0)
  await store.close()
})

test('reads and removals of bins go on while nothing can be written', async () => {
  const { disk, clock, store } = await setUp()
  disk.broken = 'no room'
  await expect(append(store, 'lost')).rejects.toMatchObject({ code: 'full' })
  expect(await textsOf(store)).toEqual(['before'])
  await expect(store.remove('a', [1])).rejects.toMatchObject({ code: 'full' })
  expect(await textsOf(store)).toEqual(['before'])
  disk.broken = 'no'
  clock.advance(1000)
  expect(await store.remove('a', [1])).toBe(1)
  await store.close()
})

test('gives room back while there is too little of it', async () => {
  const { disk, clock, store } = await setUp()
  await store.bins.create(sampleBin('b'))
  await store.append('b', sampleHead(), Buffer.from('x'))
  disk.broken = 'low'
  clock.advance(1000)
  await expect(append(store, 'lost')).rejects.toMatchObject({ code: 'full' })
  expect(await store.remove('a', [1])).toBe(1)
  expect(await store.bins.delete('b')).toBe(true)
  await expect(append(store, 'still lost')).rejects.toMatchObject({ code: 'full' })
  expect(store.health().status).toBe('full')
  await store.close()
})

test('throws a body file away with its request', async () => {
  const { dir, disk, store } = await setUp()
  const writer = await store.openBody()
  await writer.write(Buffer.alloc(100_000))
  const body = await writer.finish()
  disk.broken = 'write'
  await expect(store.append('a', sampleHead(), body)).rejects.toMatchObject({ code: 'failed' })
  await expect.poll(() => readdir(join(dir, 'bodies'))).toEqual([])
  await store.close().catch(() => {})
})
