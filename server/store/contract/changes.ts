import { expect, test } from 'vitest'
import type { OpenStore } from './open.ts'
import { sampleBin, sampleHead } from '../samples.ts'
import type { Store, StoreChange } from '../store.ts'

const body = Buffer.from('body')

export function describeChanges(open: OpenStore): void {
  test('wakes readers once what is new can be read', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    const seen: Promise<number[]>[] = []
    store.subscribe('a', (change) => {
      if (change.type !== 'appended') return
      expect(store.state('a')?.latest).toBe(change.latest)
      seen.push(seqsOf(store))
    })
    await Promise.all([1, 2, 3].map(() => store.append('a', sampleHead(), body)))
    await expect.poll(async () => (await Promise.all(seen)).at(-1)).toEqual([1, 2, 3])
  })

  test('tells each bin only its own changes, in order', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    await store.bins.create(sampleBin('b'))
    const changes = listen(store, 'a')
    await store.append('b', sampleHead(), body)
    await store.append('a', sampleHead(), body)
    await store.append('a', sampleHead(), body)
    await store.mark('a', 1, { note: 'n' })
    await store.remove('a', [1])
    await store.bins.update('a', { name: 'New' })
    await store.remove('a', 'all')
    await store.bins.delete('a')
    expect(changes).toEqual([
      { type: 'appended', latest: 1 },
      { type: 'appended', latest: 2 },
      { type: 'marked', seq: 1 },
      { type: 'removed', seqs: [1] },
      { type: 'bin' },
      { type: 'removed', upTo: 2 },
      { type: 'bin-deleted' },
    ])
  })

  test('tells of evictions: a horizon, or single ones where pins remain before them', async () => {
    const store = await open({ limits: { requests: 2 } })
    await store.bins.create(sampleBin('a'))
    const changes = listen(store, 'a')
    for (let count = 0; count < 3; count += 1) await store.append('a', sampleHead(), body)
    await store.mark('a', 2, { pinned: true })
    await store.append('a', sampleHead(), body)
    await expect
      .poll(() => changes.filter((change) => change.type === 'removed'))
      .toEqual([
        { type: 'removed', upTo: 1 },
        { type: 'removed', seqs: [3] },
      ])
  })

  test('says nothing more once nobody listens', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    const changes: StoreChange[] = []
    const stop = store.subscribe('a', (change) => changes.push(change))
    const stays = listen(store, 'a')
    stop()
    await store.append('a', sampleHead(), body)
    await expect.poll(() => stays).toHaveLength(1)
    expect(changes).toEqual([])
  })

  test('keeps pins and notes', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    await store.append('a', sampleHead(), body)
    expect(store.marks('a', 1)).toEqual({ pinned: false, note: '' })
    expect(await store.mark('a', 1, { pinned: true })).toBe(true)
    expect(await store.mark('a', 1, { note: 'look' })).toBe(true)
    expect(store.marks('a', 1)).toEqual({ pinned: true, note: 'look' })
    expect(await store.mark('a', 2, { pinned: true })).toBe(false)
    expect(await store.mark('b', 1, { pinned: true })).toBe(false)
    await store.remove('a', [1])
    expect(store.marks('a', 1)).toEqual({ pinned: false, note: '' })
  })
}

function listen(store: Store, bin: string): StoreChange[] {
  const changes: StoreChange[] = []
  store.subscribe(bin, (change) => changes.push(change))
  return changes
}

async function seqsOf(store: Store): Promise<number[]> {
  return (await store.range('a', { limit: 100, order: 'asc' })).map((request) => request.seq)
}
