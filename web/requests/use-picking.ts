import { useMemo, type MouseEvent } from 'react'
import type { BinSession } from '../model/bin-session.ts'

/** How rows are picked with a mouse. */
export type Picking = {
  /** By the box of a row: it alone, or (`isRange`) all up to it. */
  pick: (seq: number, isRange: boolean) => void
  /** Anywhere on a row, with shift: it joins, and the open request with the first. */
  clickRow: (event: MouseEvent, seq: number) => void
}

/** @param open the request that is open */
export function usePicking({ selection, state }: BinSession, open: number | null): Picking {
  return useMemo(
    () => ({
      pick(seq, isRange) {
        if (isRange) selection.range(seq, state.get().inbox.rows)
        else selection.toggle(seq)
      },
      clickRow(event, seq) {
        if (!event.shiftKey || event.ctrlKey || event.metaKey || isBox(event)) return
        event.preventDefault()
        event.stopPropagation()
        const isFirst = selection.get().seqs.length === 0
        if (isFirst && open !== null && open !== seq) selection.toggle(open)
        selection.toggle(seq)
      },
    }),
    [selection, state, open],
  )
}

function isBox({ target }: MouseEvent): boolean {
  return target instanceof HTMLInputElement
}
