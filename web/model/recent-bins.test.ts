import { describe, expect, it } from 'vitest'
import { createRecentBins } from './recent-bins.ts'

describe('createRecentBins', () => {
  it('lists the bin opened last first', () => {
    const bins = createRecentBins(memoryStorage())
    bins.remember({ id: 'a', name: 'A', openedAt: 1 })
    bins.remember({ id: 'b', name: 'B', openedAt: 2 })
    bins.remember({ id: 'a', openedAt: 3 })
    expect(bins.get().map(({ id, name }) => [id, name])).toEqual([
      ['a', 'A'],
      ['b', 'B'],
    ])
  })

  it('keeps an owner key when the bin is opened again without it', () => {
    const bins = createRecentBins(memoryStorage())
    bins.remember({ id: 'a', openedAt: 1, ownerKey: 'k' })
    bins.remember({ id: 'a', openedAt: 2 })
    expect(bins.keyOf('a')).toBe('k')
    expect(bins.keyOf('b')).toBeUndefined()
  })

  it('shares the bins with another tab', () => {
    const storage = memoryStorage()
    const here = createRecentBins(storage)
    const there = createRecentBins(storage)
    there.remember({ id: 'a', openedAt: 1, ownerKey: 'k' })
    here.remember({ id: 'b', openedAt: 2 })
    expect(here.get().map((bin) => bin.id)).toEqual(['b', 'a'])
    expect(here.keyOf('a')).toBe('k')
  })

  it('forgets the oldest bins it has no key for, and none it has', () => {
    const bins = createRecentBins(memoryStorage())
    bins.remember({ id: 'mine', openedAt: 0, ownerKey: 'k' })
    for (let n = 1; n <= 40; n++) bins.remember({ id: `theirs-${n}`, openedAt: n })
    const ids = bins.get().map((bin) => bin.id)
    expect(ids).toHaveLength(31)
    expect(ids).toContain('mine')
    expect(ids[0]).toBe('theirs-40')
  })

  it('forgets a bin', () => {
    const bins = createRecentBins(memoryStorage())
    bins.remember({ id: 'a', openedAt: 1, ownerKey: 'k' })
    bins.forget('a')
    expect(bins.get()).toEqual([])
    expect(bins.keyOf('a')).toBeUndefined()
  })

  it('leaves out what it does not understand', () => {
    const storage = memoryStorage()
    storage().setItem('binspect.bins', '[{"id":"a","name":"","openedAt":1},{"id":3},null]')
    const bins = createRecentBins(storage)
    expect(bins.get().map((bin) => bin.id)).toEqual(['a'])
  })

  it('tells its listeners of a change', () => {
    const bins = createRecentBins(memoryStorage())
    let calls = 0
    const stop = bins.subscribe(() => calls++)
    bins.remember({ id: 'a', openedAt: 1 })
    stop()
    bins.remember({ id: 'b', openedAt: 2 })
    expect(calls).toBe(1)
  })
})

function memoryStorage() {
  const values = new Map<string, string>()
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  }
  return () => storage
}
