import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { RequestSummary } from '../../shared/request.ts'
import { indexOfSeq } from '../model/inbox.ts'
import { rowHeight } from './row-height.ts'

/**
 * Keeps the rows that somebody looks at in their place while others come in above them, and tells
 * whether the top is in sight.
 */
export function useAnchoredScroll(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly RequestSummary[],
  onAtTop: (atTop: boolean) => void,
): void {
  const first = useRef<number | undefined>(undefined)
  const tell = useRef(onAtTop)
  useEffect(() => {
    tell.current = onAtTop
  })

  useLayoutEffect(() => {
    const element = scroller.current
    const before = first.current
    first.current = rows[0]?.seq
    if (!element || before === undefined || isAtTop(element)) return
    const shift = indexOfSeq(rows, before)
    if (shift > 0) element.scrollBy({ top: shift * rowHeight, behavior: 'instant' })
  }, [scroller, rows])

  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const listen = () => tell.current(isAtTop(element))
    listen()
    element.addEventListener('scroll', listen, { passive: true })
    return () => {
      element.removeEventListener('scroll', listen)
      // A list that is not shown hides nothing.
      tell.current(true)
    }
  }, [scroller])
}

function isAtTop({ scrollTop }: HTMLElement): boolean {
  return scrollTop < rowHeight / 2
}
