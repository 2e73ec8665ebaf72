import { describe, expect, it } from 'vitest'
import type { RequestSummary } from '../../shared/request.ts'
import {
  emptyInbox,
  indexOfSeq,
  isUnread,
  neighbour,
  withArrivals,
  withChanged,
  withFirstPage,
  withNewPage,
  withOlderPage,
  withOpened,
  withRemoved,
  withTopSeen,
} from './inbox.ts'
import { row } from './testing/rows.ts'

const first = withFirstPage(page([5, 4, 3], { latest: 5, next: 3 }))

describe('pages', () => {
  it('shows the first page as read', () => {
    expect(seqs(first)).toEqual([5, 4, 3])
    expect(isUnread(first, 5)).toBe(false)
  })

  it('puts an older page at the end, without rows it has', () => {
    const older = withOlderPage(first, page([3, 2, 1], { latest: 5, next: null }))
    expect(seqs(older)).toEqual([5, 4, 3, 2, 1])
    expect(older.next).toBeNull()
  })

  it('keeps what was read when the rows are fetched anew', () => {
    const opened = withOpened(withArrivals(first, rows(6, 7), true), 6)
    const again = withNewPage(opened, page([7, 6], { latest: 7, next: 6 }))
    expect(seqs(again)).toEqual([7, 6])
    expect([isUnread(again, 6), isUnread(again, 7)]).toEqual([false, true])
  })
})

describe('arrivals', () => {
  it('stand at the top, newest first, unread', () => {
    const inbox = withArrivals(first, rows(6, 7), true)
    expect(seqs(inbox)).toEqual([7, 6, 5, 4, 3])
    expect(inbox.latest).toBe(7)
    expect(isUnread(inbox, 7)).toBe(true)
  })

  it('leave out rows that are there already', () => {
    const inbox = withArrivals(first, rows(4, 5, 6), true)
    expect(seqs(inbox)).toEqual([6, 5, 4, 3])
    expect(withArrivals(inbox, rows(6), true)).toBe(inbox)
  })

  it('are counted while the top is out of sight', () => {
    const away = withArrivals(withArrivals(first, rows(6), false), rows(7, 8), false)
    expect(away.unseen).toBe(3)
    expect(withTopSeen(away).unseen).toBe(0)
    expect(withArrivals(first, rows(6), true).unseen).toBe(0)
  })

  it('come into an empty bin', () => {
    expect(seqs(withArrivals(emptyInbox, rows(1), true))).toEqual([1])
  })
})

describe('changes', () => {
  it('replace a row where it stands', () => {
    const inbox = withChanged(first, [row({ seq: 4, pinned: true }), row({ seq: 99 })])
    expect(inbox.rows.map(({ seq, pinned }) => [seq, pinned])).toEqual([
      [5, false],
      [4, true],
      [3, false],
    ])
  })

  it('remove single rows', () => {
    expect(seqs(withRemoved(first, { seqs: [4, 99] }))).toEqual([5, 3])
  })

  it('remove all rows up to one, with the older ones that were not fetched', () => {
    const evicted = withRemoved(first, { upTo: 4 })
    expect(seqs(evicted)).toEqual([5])
    expect(evicted.next).toBeNull()
    expect(withRemoved(first, { upTo: 1 }).next).toBe(3)
  })
})

describe('reading', () => {
  it('marks one arrival as read', () => {
    const inbox = withOpened(withArrivals(first, rows(6, 7), true), 7)
    expect([isUnread(inbox, 6), isUnread(inbox, 7)]).toEqual([true, false])
  })

  it('changes nothing for a row that was read before', () => {
    expect(withOpened(first, 4)).toBe(first)
  })
})

describe('neighbour', () => {
  it.each([
    [null, 1, 5],
    [5, 1, 4],
    [5, -1, 5],
    [3, 1, 3],
    [4, -1, 5],
    [99, 1, 5],
  ])('of %s, %i further, is %i', (from, step, to) => {
    expect(neighbour(first.rows, from, step)).toBe(to)
  })

  it('is nothing in an empty list', () => {
    expect(neighbour([], 3, 1)).toBeNull()
  })
})

describe('indexOfSeq', () => {
  it('finds each row, and only these', () => {
    const many = rows(2, 4, 6, 8, 10, 12, 14).toReversed()
    expect(many.map(({ seq }) => indexOfSeq(many, seq))).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect([0, 3, 15].map((seq) => indexOfSeq(many, seq))).toEqual([-1, -1, -1])
  })
})

function seqs(inbox: { rows: readonly RequestSummary[] }): number[] {
  return inbox.rows.map(({ seq }) => seq)
}

function page(of: number[], { latest, next }: { latest: number; next: number | null }) {
  return { requests: rows(...of), latest, oldest: 1, next }
}

function rows(...of: number[]): RequestSummary[] {
  return of.map((seq) => row({ seq }))
}
