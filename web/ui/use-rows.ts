import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { placeRows, type Placement } from './placement.ts'
import { useOddHeights } from './use-odd-heights.ts'

type RowsOptions = {
  count: number
  /** Height of a row that is not wrapped, in CSS pixels. */
  usual: number
  scroller: RefObject<HTMLElement | null>
  /** Heights that are known beforehand and are not the usual one, by row; others are measured. */
  heights?: ReadonlyMap<number, number>
  /** Key of a row, and row of a key, where rows come and go; the rows' numbers where left out. */
  keyOf?: (row: number) => number
  rowOf?: (key: number) => number
}

export type Row = { row: number; key: number; top: number }

/** More rows than these are not drawn: no browser has room for them below each other. */
export const mostRows = 800_000

/** How many rows are drawn above and below those in sight. */
const beyond = 10
const same = (number: number) => number

/** Draws of many rows only those in sight. */
export function useRows({ usual, scroller, keyOf = same, rowOf = same, ...rest }: RowsOptions) {
  const count = Math.min(rest.count, mostRows)
  const { odd, measure } = useOddHeights(scroller, usual)
  const heights = rest.heights ?? odd
  const placement = useMemo(() => placeRows(usual, heights, rowOf), [usual, heights, rowOf])
  const view = useView(scroller)

  const first = Math.max(0, placement.rowAt(view.top) - beyond)
  const last = Math.min(count - 1, placement.rowAt(view.top + view.height) + beyond)
  const rows: Row[] = []
  for (let row = first; row <= last; row++) {
    rows.push({ row, key: keyOf(row), top: placement.top(row) })
  }
  const scrollTo = useScrollTo(scroller, placement, keyOf, rowOf)
  return { rows, total: placement.top(count), placement, measure, scrollTo }
}

/** The part of the rows that is in sight, followed as it scrolls and changes its size. */
function useView(scroller: RefObject<HTMLElement | null>) {
  const [view, setView] = useState({ top: 0, height: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const read = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const watcher = new ResizeObserver(read)
    watcher.observe(element)
    element.addEventListener('scroll', read, { passive: true })
    read()
    return () => {
      watcher.disconnect()
      element.removeEventListener('scroll', read)
    }
  }, [scroller])
  return view
}

type Align = 'auto' | 'center'

/**
 * Scrolls to rows. The heights of those drawn on the way are known only afterwards: until somebody
 * scrolls otherwise, the row that was asked for is kept in sight.
 */
function useScrollTo(
  scroller: RefObject<HTMLElement | null>,
  placement: Placement,
  keyOf: (row: number) => number,
  rowOf: (key: number) => number,
) {
  const held = useRef<{ key: number; align: Align } | null>(null)
  useLayoutEffect(() => {
    const row = held.current === null ? -1 : rowOf(held.current.key)
    if (held.current && row >= 0) {
      scrollToRow(scroller, placement, row, held.current.align)
    }
  }, [scroller, placement, rowOf])
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const stop = new AbortController()
    const letGo = () => (held.current = null)
    for (const act of ['wheel', 'pointerdown', 'keydown'] as const) {
      element.addEventListener(act, letGo, { passive: true, signal: stop.signal })
    }
    return () => stop.abort()
  }, [scroller])
  return useCallback(
    (row: number, align: Align = 'auto') => {
      held.current = { key: keyOf(row), align }
      scrollToRow(scroller, placement, row, align)
    },
    [scroller, placement, keyOf],
  )
}

function scrollToRow(
  scroller: RefObject<HTMLElement | null>,
  { top }: Placement,
  row: number,
  align: Align,
): void {
  const element = scroller.current
  if (!element) return
  const start = top(row)
  const height = top(row + 1) - start
  const { scrollTop, clientHeight } = element
  const isInSight = start >= scrollTop && start + height <= scrollTop + clientHeight
  if (isInSight) return
  const nearest = start < scrollTop ? start : start + height - clientHeight
  element.scrollTo({ top: align === 'center' ? start - clientHeight / 2 : nearest })
}
