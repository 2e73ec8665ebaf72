import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'

export type OddHeights = {
  /** Heights that are not the usual one, by key. */
  odd: ReadonlyMap<number, number>
  /** Reference of a row that may be higher; its key stands in `data-key`. */
  measure: (row: HTMLElement | null) => (() => void) | undefined
}

/**
 * Measures rows before they are seen for the first time, then watches them; forgets the heights of
 * rows that are not drawn when the width changes.
 * @param usual stays the same as long as the rows are shown
 */
export function useOddHeights(scroller: RefObject<HTMLElement | null>, usual: number): OddHeights {
  const [odd, setOdd] = useState<ReadonlyMap<number, number>>(new Map())
  const [watch] = useState(() => watchRows(setOdd, usual))
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    let width = element.clientWidth
    const watcher = new ResizeObserver(() => {
      if (width === element.clientWidth) return
      width = element.clientWidth
      watch.measureAll()
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [scroller, watch])
  // After the rows of this draw were handed over, and before anything of it is painted.
  useLayoutEffect(() => watch.measureNew())
  return { odd, measure: watch.measure }
}

type SetOdd = (change: (last: ReadonlyMap<number, number>) => ReadonlyMap<number, number>) => void

function watchRows(setOdd: SetOdd, usual: number) {
  const drawn = new Set<HTMLElement>()
  const fresh = new Set<HTMLElement>()
  const observer = new ResizeObserver((entries) => {
    const rows = entries.map(({ target }) => target).filter(isRow)
    setOdd((last) => withHeights(last, rows, usual))
  })
  return {
    measure: (row: HTMLElement | null) => {
      if (!row) return undefined
      drawn.add(row)
      fresh.add(row)
      observer.observe(row)
      return () => {
        drawn.delete(row)
        fresh.delete(row)
        observer.unobserve(row)
      }
    },
    measureNew: () => {
      if (fresh.size === 0) return
      const rows = [...fresh]
      fresh.clear()
      setOdd((last) => withHeights(last, rows, usual))
    },
    measureAll: () => setOdd(() => withHeights(new Map(), drawn, usual)),
  }
}

function isRow(element: Element): element is HTMLElement {
  // A row that has gone meanwhile has no height to tell.
  return element instanceof HTMLElement && element.isConnected
}

/** The same map where nothing has changed, so that nothing is drawn anew. */
function withHeights(
  last: ReadonlyMap<number, number>,
  rows: Iterable<HTMLElement>,
  usual: number,
): ReadonlyMap<number, number> {
  const heights = new Map(last)
  let isChanged = false
  for (const row of rows) {
    const key = Number(row.dataset['key'])
    const height = row.offsetHeight
    if ((heights.get(key) ?? usual) === height) continue
    isChanged = true
    if (height === usual) heights.delete(key)
    else heights.set(key, height)
  }
  return isChanged ? heights : last
}
