import { useEffect, useMemo, useRef, type ReactNode, type Ref } from 'react'
import type { Issue } from '../../shared/events/verdict.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useRows } from '../ui/use-rows.ts'
import { CutNote } from './cut-note.tsx'
import { FindBar } from './find-bar.tsx'
import { IssueNote } from './issue-note.tsx'
import { worstOf } from './worst-of.ts'
import { rowAtOffset, type TextRows } from './text-rows.ts'
import { useFind } from './use-find.ts'
import { useHighlights } from './use-highlights.ts'
import { VisibleText } from './visible-text.tsx'
import style from './code.module.css'

const lineHeight = 20
/** Deeper rows are not indented any further: a hostile text would leave no room. */
const deepest = 40

type TextViewProps = {
  text: string
  rows: TextRows
  label: string
  issues: readonly Issue[]
  focus: { issue: Issue } | null
  /** Puts the tools of the view into the bar above it. */
  bar: (tools: ReactNode) => ReactNode
  /** How the text of a row is drawn; as it is where left out. */
  paint?: (text: string) => ReactNode
}

/** A text in rows, with line numbers and each issue at its place. */
export function TextView({ text, rows, label, issues, focus, bar, paint }: TextViewProps) {
  const scroller = useRef<HTMLElement>(null)
  const issuesAt = useMemo(() => byRow(rows, issues), [rows, issues])
  const {
    rows: drawn,
    total,
    measure,
    scrollTo,
  } = useRows({
    count: rows.count,
    usual: lineHeight,
    scroller,
  })
  const find = useFind(text)
  useFocusedRow(rows, focus?.issue.range ?? null, scrollTo)
  useFocusedRow(rows, find.found, scrollTo)
  useHighlights(scroller, find.hits.needle)
  return (
    <>
      {bar(<FindBar find={find} />)}
      <ScrollRegion ref={scroller} className={style.scroller} label={label}>
        <div className={style.rows} style={{ height: total }}>
          {drawn.map(({ row, top }) => (
            <TextRow
              key={row}
              ref={measure}
              row={row}
              top={top}
              number={rows.numbers[row] ?? 0}
              depth={rows.depths?.[row] ?? 0}
              text={text.slice(rows.starts[row], rows.ends[row])}
              issues={issuesAt.get(row)}
              paint={paint}
            />
          ))}
        </div>
      </ScrollRegion>
      <CutNote count={rows.count} />
    </>
  )
}

/** Shows the row of a place when it is asked for. */
function useFocusedRow(
  rows: TextRows,
  place: { start: number } | null,
  scrollTo: (row: number, align: 'center') => void,
): void {
  const show = useRef(scrollTo)
  useEffect(() => {
    show.current = scrollTo
  })
  useEffect(() => {
    if (place) show.current(rowAtOffset(rows, place.start), 'center')
  }, [place, rows])
}

type TextRowProps = {
  ref: Ref<HTMLDivElement>
  row: number
  top: number
  number: number
  depth: number
  text: string
  issues: readonly Issue[] | undefined
  paint: ((text: string) => ReactNode) | undefined
}

function TextRow({ ref, row, top, number, depth, text, issues, paint }: TextRowProps) {
  const indent = depth === 0 ? undefined : { paddingLeft: `${Math.min(depth, deepest) * 2}ch` }
  return (
    <div
      ref={ref}
      data-key={row}
      className={`${style.row} ${issues ? style[worstOf(issues)] : ''}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div className={style.line}>
        <span className={style.number} aria-hidden="true">
          {number > 0 && number}
        </span>
        <span />
        <span className={style.code} style={indent}>
          {paint ? paint(text) : <VisibleText text={text} />}
        </span>
      </div>
      {issues && (
        <div className={style.notes}>
          {issues.map((issue, index) => (
            <IssueNote key={index} issue={issue} />
          ))}
        </div>
      )}
    </div>
  )
}

function byRow(rows: TextRows, issues: readonly Issue[]): Map<number, Issue[]> {
  const byIndex = new Map<number, Issue[]>()
  for (const issue of issues) {
    if (!issue.range) continue
    const row = rowAtOffset(rows, issue.range.start)
    byIndex.set(row, [...(byIndex.get(row) ?? []), issue])
  }
  return byIndex
}
