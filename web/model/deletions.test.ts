import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDeletions, isDeleted, type Deletions } from './deletions.ts'

let events: string[]
let deletions: Deletions
let works: boolean

beforeEach(() => {
  vi.useFakeTimers()
  events = []
  works = true
  deletions = createDeletions({
    onHide: (deleted) => events.push(`hide ${JSON.stringify(deleted)}`),
    onShow: () => events.push('show'),
    wait: 10_000,
  })
})
afterEach(() => vi.useRealTimers())

const begin = (seq: number) =>
  deletions.begin({
    deleted: { seqs: [seq] },
    carryOut: async () => {
      events.push(`delete ${seq}`)
      return works
    },
  })

describe('a deletion', () => {
  it('hides at once and deletes after the time', async () => {
    begin(1)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(events).toEqual(['hide {"seqs":[1]}'])
    await vi.advanceTimersByTimeAsync(1)
    expect(events).toEqual(['hide {"seqs":[1]}', 'delete 1'])
    expect(deletions.get()).toBeNull()
  })

  it('that is taken back deletes nothing', async () => {
    begin(1)
    expect(deletions.undo()).toBe(true)
    expect(deletions.undo()).toBe(false)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(events).toEqual(['hide {"seqs":[1]}', 'show'])
  })

  it('is carried out when the next begins, and only the next can be taken back', async () => {
    begin(1)
    begin(2)
    await vi.advanceTimersByTimeAsync(0)
    expect(events).toEqual(['hide {"seqs":[1]}', 'delete 1', 'hide {"seqs":[2]}'])
    deletions.undo()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(events.at(-1)).toBe('show')
  })

  it('is carried out by whoever leaves', async () => {
    begin(1)
    await deletions.flush()
    await deletions.flush()
    expect(events).toEqual(['hide {"seqs":[1]}', 'delete 1'])
  })

  it('that fails shows the requests again', async () => {
    works = false
    begin(1)
    await deletions.flush()
    expect(events.at(-1)).toBe('show')
    expect(deletions.get()).toBeNull()
  })

  it('knows what it takes', () => {
    expect([1, 2, 3].map((seq) => isDeleted({ upTo: 2 }, seq))).toEqual([true, true, false])
    expect([1, 2, 3].map((seq) => isDeleted({ seqs: [1, 3] }, seq))).toEqual([true, false, true])
  })
})
