import { expect, test } from 'vitest'
import type { OpenStore } from './open.ts'
import { createManualClock } from '../manual-clock.ts'
import { sampleBin, sampleHead } from '../samples.ts'
import type { Store } from '../store.ts'

const hour = 3_600_000
const ten = Buffer.from('0123456789')

export function describeRetention(open: OpenStore): void {
  test('keeps the newest of a bin by number', async () => {
    const store = await fill(open, { requests: 3 }, 5)
    expect(await seqs(store)).toEqual([3, 4, 5])
    expect(store.state('a')).toMatchObject({ latest: 5, oldest: 3, horizon: 2 })
    expect(store.state('a')?.counts).toMatchObject({ requests: 3, bytes: 30, evicted: 2 })
  })

  test('keeps the newest of a bin by bytes, the very newest whatever its size', async () => {
    const store = await fill(open, { bytes: 25 }, 5)
    expect(await seqs(store)).toEqual([4, 5])
    await store.append('a', sampleHead(), Buffer.alloc(100))
    expect(await seqs(store)).toEqual([6])
  })

  test('spares what is pinned until it is unpinned', async () => {
    const store = await fill(open, { requests: 3 }, 3)
    await store.mark('a', 1, { pinned: true })
    await store.mark('a', 2, { note: 'noted, not pinned' })
    await append(store, 2)
    expect(await seqs(store)).toEqual([1, 4, 5])
    await store.mark('a', 1, { pinned: false })
    await append(store, 1)
    expect(await seqs(store)).toEqual([4, 5, 6])
    expect(store.state('a')).toMatchObject({ horizon: 3, counts: { evicted: 3 } })
  })

  test('still takes requests where everything is pinned', async () => {
    const store = await fill(open, { requests: 2 }, 2)
    await store.mark('a', 1, { pinned: true })
    await store.mark('a', 2, { pinned: true })
    await append(store, 2)
    expect(await seqs(store)).toEqual([1, 2, 4])
  })

  test('lets the oldest of all bins make room where the whole is too large', async () => {
    const store = await open({ limits: { totalBytes: 200_000 } })
    for (const bin of ['a', 'b', 'c']) {
      await store.bins.create(sampleBin(bin))
      await store.append(bin, sampleHead(), Buffer.alloc(30_000, 'x'))
      await store.append(bin, sampleHead(), Buffer.alloc(30_000, 'x'))
    }
    await store.append('c', sampleHead(), Buffer.alloc(30_000, 'x'))
    expect(['a', 'b', 'c'].map((bin) => store.state(bin)?.oldest)).toEqual([2, 1, 1])
  })

  test('lets go what is older than its time to live, also the newest', async () => {
    const clock = createManualClock()
    const store = await open({ clock, limits: { ttl: 2 * hour } })
    await store.bins.create(sampleBin('a'))
    for (let count = 0; count < 3; count += 1) {
      await store.append('a', sampleHead({ receivedAt: clock.now() }), ten)
      clock.advance(hour / 2)
    }
    await store.mark('a', 2, { pinned: true })
    clock.advance(hour)
    await expect.poll(() => seqs(store)).toEqual([2, 3])
    clock.advance(hour)
    await expect.poll(() => seqs(store)).toEqual([2])
    expect(store.state('a')).toMatchObject({ horizon: 3, counts: { evicted: 2 } })
  })

  test('does not believe a clock that jumps until it has stood for ten minutes', async () => {
    const clock = createManualClock()
    const store = await open({ clock, limits: { ttl: 2 * hour } })
    await store.bins.create(sampleBin('a'))
    await store.append('a', sampleHead({ receivedAt: clock.now() }), ten)
    clock.jump(24 * hour)
    clock.advance(300_000)
    // Whatever the jump had set off would be written before this.
    expect(await store.append('a', sampleHead({ receivedAt: clock.now() }), ten)).toBe(2)
    expect(await seqs(store)).toEqual([1, 2])
    clock.advance(300_000)
    await expect.poll(() => seqs(store)).toEqual([2])
  })

  test('deletes a bin at the end of its time', async () => {
    const clock = createManualClock()
    const store = await open({ clock })
    await store.bins.create(sampleBin('a', { expiresAt: clock.now() + hour }))
    const changes: string[] = []
    store.subscribe('a', (change) => changes.push(change.type))
    await store.append('a', sampleHead(), ten)
    clock.advance(hour)
    await expect.poll(() => changes).toContain('bin-deleted')
    expect(store.bins.get('a')).toBeUndefined()
  })

  test('knows a bin no more from the end of its time on, whenever it is swept', async () => {
    const clock = createManualClock()
    const store = await open({ clock: { ...clock, every: () => () => {} } })
    await store.bins.create(sampleBin('a', { expiresAt: clock.now() + 1000 }))
    await store.append('a', sampleHead(), ten)
    clock.advance(999)
    expect(store.bins.get('a')).toBeDefined()
    clock.advance(1)
    expect(store.bins.get('a')).toBeUndefined()
    await store.bins.create(sampleBin('a'))
    expect(store.state('a')).toMatchObject({ latest: 0, counts: { requests: 0 } })
  })
}

async function fill(open: OpenStore, limits: object, count: number): Promise<Store> {
  const store = await open({ limits })
  await store.bins.create(sampleBin('a'))
  await append(store, count)
  return store
}

async function append(store: Store, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await store.append('a', sampleHead(), ten)
}

async function seqs(store: Store): Promise<number[]> {
  return (await store.range('a', { limit: 100, order: 'asc' })).map((request) => request.seq)
}
