import { useEffect, useMemo, useRef, type Ref } from 'react'
import type { Issue } from '../../shared/events/verdict.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useRows } from '../ui/use-rows.ts'
import { CutNote } from './cut-note.tsx'
import { IssueNote } from './issue-note.tsx'
import { worstOf } from './json-row.tsx'
import { cutRows, rowAtOffset, type TextRows } from './text-rows.ts'
import { VisibleText } from './visible-text.tsx'
import style from './code.module.css'

const lineHeight = 20

type TextViewProps = {
  text: string
  label: string
  issues: readonly Issue[]
  focus: { issue: Issue } | null
}

/** A text as it is, with line numbers and each issue at its place. */
export function TextView({ text, label, issues, focus }: TextViewProps) {
  const scroller = useRef<HTMLElement>(null)
  const rows = useMemo(() => cutRows(text), [text])
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
  useFocusedRow(rows, focus, scrollTo)
  return (
    <>
      <ScrollRegion ref={scroller} className={style.scroller} label={label}>
        <div className={style.rows} style={{ height: total }}>
          {drawn.map(({ row, top }) => (
            <TextRow
              key={row}
              ref={measure}
              row={row}
              top={top}
              number={rows.numbers[row] ?? 0}
              text={text.slice(rows.starts[row], rows.ends[row])}
              issues={issuesAt.get(row)}
            />
          ))}
        </div>
      </ScrollRegion>
      <CutNote count={rows.count} />
    </>
  )
}

/** Shows the row of an issue when it is asked for. */
function useFocusedRow(
  rows: TextRows,
  focus: { issue: Issue } | null,
  scrollTo: (row: number, align: 'center') => void,
): void {
  const show = useRef(scrollTo)
  useEffect(() => {
    show.current = scrollTo
  })
  useEffect(() => {
    const offset = focus?.issue.range?.start
    if (offset !== undefined) show.current(rowAtOffset(rows, offset), 'center')
  }, [focus, rows])
}

type TextRowProps = {
  ref: Ref<HTMLDivElement>
  row: number
  top: number
  number: number
  text: string
  issues: readonly Issue[] | undefined
}

function TextRow({ ref, row, top, number, text, issues }: TextRowProps) {
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
        <span className={style.code}>
          <VisibleText text={text} />
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
