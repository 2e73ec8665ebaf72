import { useEffect, type RefObject } from 'react'
import { patternOf } from './find.ts'

const name = 'found'

/** Paints a text wherever it stands in what is drawn. Browsers without highlights only scroll to it. */
export function useHighlights(scroller: RefObject<HTMLElement | null>, needle: string): void {
  // After each draw: rows come and go while somebody scrolls.
  useEffect(() => {
    if (!('highlights' in CSS)) return
    if (needle === '' || !scroller.current) CSS.highlights.delete(name)
    else CSS.highlights.set(name, new Highlight(...rangesIn(scroller.current, patternOf(needle))))
  })
  useEffect(() => () => void ('highlights' in CSS && CSS.highlights.delete(name)), [])
}

function* rangesIn(root: HTMLElement, pattern: RegExp): Generator<Range> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = document.createRange()
      range.setStart(node, match.index)
      range.setEnd(node, match.index + match[0].length)
      yield range
    }
  }
}
