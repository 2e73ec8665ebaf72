import { useMemo, useState } from 'react'
import type { LaidOut } from './laid-out.ts'
import { foldableLines, rowOfLine, unfoldAround, visibleLines } from './rows.ts'

export type Folds = {
  /** Lines that are shown, in order. */
  shown: Uint32Array
  folded: ReadonlySet<number>
  /** The line in a row, and the row of a line; -1 where it is hidden. */
  lineOf: (row: number) => number
  rowOf: (line: number) => number
  /** The line that keys and buttons are about. */
  current: number | null
  /** The line to scroll to; a new object scrolls again. */
  target: { line: number; align: 'auto' | 'center' } | null
  toggle: (line: number) => void
  foldAll: () => void
  unfoldAll: () => void
  /** Makes a line the current one. */
  select: (line: number) => void
  /** Unfolds what hides a line, and shows it in the middle. */
  reveal: (line: number) => void
}

/** What is folded of a document, and where in it somebody is. */
export function useFolds(laidOut: LaidOut): Folds {
  const { lines } = laidOut
  const [of, setOf] = useState(laidOut)
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const [current, setCurrent] = useState<number | null>(null)
  const [target, setTarget] = useState<Folds['target']>(null)
  if (of !== laidOut) {
    setOf(laidOut)
    setFolded(new Set())
    setCurrent(null)
  }
  const view = useMemo(() => viewOf(visibleLines(lines, folded)), [lines, folded])
  return {
    ...view,
    folded,
    current,
    target,
    toggle(line) {
      const next = new Set(folded)
      if (!next.delete(line)) next.add(line)
      setFolded(next)
      setCurrent(line)
    },
    foldAll: () => setFolded(foldableLines(lines)),
    unfoldAll: () => setFolded(new Set()),
    select(line) {
      setCurrent(line)
      setTarget({ line, align: 'auto' })
    },
    reveal(line) {
      setFolded(unfoldAround(lines, folded, line))
      setCurrent(line)
      setTarget({ line, align: 'center' })
    },
  }
}

function viewOf(shown: Uint32Array): Pick<Folds, 'shown' | 'lineOf' | 'rowOf'> {
  return {
    shown,
    lineOf: (row) => shown[row] ?? 0,
    rowOf(line) {
      const row = rowOfLine(shown, line)
      return shown[row] === line ? row : -1
    },
  }
}
