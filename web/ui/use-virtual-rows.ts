import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

type VirtualRowsOptions = {
  count: number
  scroller: RefObject<HTMLElement | null>
  /** Height of a row in CSS pixels, before it is measured. */
  rowHeight: number
  keyOf: (index: number) => number
  /** Rows drawn beyond those in sight. */
  overscan: number
}

/** Draws of many rows only those in sight. */
export function useVirtualRows(options: VirtualRowsOptions) {
  const { count, scroller, rowHeight, keyOf, overscan } = options
  // oxlint-disable-next-line react/incompatible-library -- it keeps its state outside of React
  return useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan,
  })
}
