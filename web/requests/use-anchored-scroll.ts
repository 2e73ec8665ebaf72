import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { RequestSummary } from '../../shared/request.ts'
import type { Placement } from '../ui/placement.ts'
import { rowHeight } from './row-height.ts'

/**
 * Keeps the rows that somebody looks at in their place while others come in above them, and tells
 * whether the top is in sight.
 */
export function useAnchoredScroll(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly RequestSummary[],
  placement: Placement,
  onAtTop: (atTop: boolean) => void,
): void {
  const anchor = useRef<{ seq: number; top: number } | null>(null)
  const tell = useRef(onAtTop)
  const drop = useRef(() => {})
  // Where it was last scrolled to: to ask the element would lay out the page once more.
  const offset = useRef(0)
  useEffect(() => {
    tell.current = onAtTop
  })

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const { current } = anchor
    if (current && !isAtTop(offset.current)) {
      const row = rows.findIndex(({ seq }) => seq === current.seq)
      const shift = row < 0 ? 0 : placement.top(row) - current.top
      if (shift !== 0) {
        element.scrollBy({ top: shift, behavior: 'instant' })
        offset.current = element.scrollTop
      }
    }
    drop.current = () => {
      const seen = placement.rowAt(offset.current)
      const request = rows[seen]
      anchor.current = request ? { seq: request.seq, top: placement.top(seen) } : null
    }
    drop.current()
  }, [scroller, rows, placement])

  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const listen = () => {
      offset.current = element.scrollTop
      drop.current()
      tell.current(isAtTop(offset.current))
    }
    listen()
    element.addEventListener('scroll', listen, { passive: true })
    return () => {
      element.removeEventListener('scroll', listen)
      // A list that is not shown hides nothing.
      tell.current(true)
    }
  }, [scroller])
}

function isAtTop(scrollTop: number): boolean {
  return scrollTop < rowHeight / 2
}
