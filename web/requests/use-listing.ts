import { useEffect, useMemo } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { dayStarts } from '../model/days.ts'
import { foldRows } from '../model/folds.ts'
import type { Inbox } from '../model/inbox.ts'
import { useStore } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import { dayHeight, foldHeight, rowHeight } from './row-height.ts'

/** How the rows are listed: attempts folded, days apart, and the height of each row that bears more. */
export function useListing(session: BinSession, inbox: Inbox, open: number | null) {
  const { deliveries, open: unfolded } = useStore(session.folds)
  const { format } = useWords()
  const { rows } = inbox
  const folded = useMemo(() => foldRows(rows, deliveries, unfolded), [rows, deliveries, unfolded])
  useEffect(() => {
    if (open !== null && deliveries.length > 0) session.folds.reveal(open)
  }, [session, open, deliveries])

  return useMemo(() => {
    const { rows: listed, earlier, folds } = folded
    const dayOf = (row: number): string => {
      const request = listed[row]
      // An earlier attempt stands with the newest, whenever it came.
      if (request && earlier.has(request.seq) && row > 0) return dayOf(row - 1)
      return request ? format.date(request.receivedAt) : ''
    }
    const days = new Set(dayStarts(listed.length, dayOf))
    return { ...folded, days, heights: heightsOf(listed, days, folds) }
  }, [folded, format])
}

export type Listing = ReturnType<typeof useListing>

function heightsOf(
  listed: readonly { seq: number }[],
  days: ReadonlySet<number>,
  folds: ReadonlyMap<number, unknown>,
): Map<number, number> {
  const heights = new Map([...days].map((row) => [row, rowHeight + dayHeight]))
  if (folds.size === 0) return heights
  for (const [row, { seq }] of listed.entries()) {
    if (folds.has(seq)) heights.set(row, (heights.get(row) ?? rowHeight) + foldHeight)
  }
  return heights
}
