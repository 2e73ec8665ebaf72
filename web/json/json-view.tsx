import { useEffect, useMemo, useRef, type MouseEvent, type ReactNode } from 'react'
import type { Issue } from '../../shared/events/verdict.ts'
import { Button } from '../ui/button.tsx'
import { useRows } from '../ui/use-rows.ts'
import { useWords } from '../words/use-words.ts'
import { CutNote } from './cut-note.tsx'
import { JsonRow } from './json-row.tsx'
import type { LaidOut } from './laid-out.ts'
import { PathBar } from './path-bar.tsx'
import { lineOfPlace, rowOfLine } from './rows.ts'
import { useFolds } from './use-folds.ts'
import { useTreeKeys } from './use-tree-keys.ts'
import code from './code.module.css'

/** Height of a line that is not wrapped; `--code-line` of the theme is the same. */
const lineHeight = 20

type JsonViewProps = {
  laidOut: LaidOut
  label: string
  issues: readonly Issue[]
  /** The issue to be shown; a new object shows it again. */
  focus: { issue: Issue } | null
  /** Puts the tools of the view into the bar above it. */
  bar: (tools: ReactNode) => ReactNode
}

/** JSON in lines: folding, each issue at its place, and the path of the current line. */
export function JsonView({ laidOut, label, issues, focus, bar }: JsonViewProps) {
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const folds = useFolds(laidOut)
  const { shown, current } = folds
  const issuesAt = useMemo(() => byLine(laidOut, issues), [laidOut, issues])
  const { rows, total, measure, scrollTo } = useRows({
    count: shown.length,
    usual: lineHeight,
    scroller,
    keyOf: folds.lineOf,
    rowOf: folds.rowOf,
  })
  useFocus(laidOut, focus, folds.reveal)
  useEffect(() => {
    if (folds.target) scrollTo(rowOfLine(shown, folds.target.line), folds.target.align)
    // Only a new target scrolls: not each fold, and not each draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [folds.target])
  const onKeyDown = useTreeKeys(laidOut, folds)
  const selectClicked = ({ target }: MouseEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null
    if (row) folds.select(Number(row.dataset['key']))
  }

  return (
    <>
      {bar(
        <>
          <Button look="quiet" onClick={folds.unfoldAll}>
            {t('json.unfoldAll')}
          </Button>
          <Button look="quiet" onClick={folds.foldAll}>
            {t('json.foldAll')}
          </Button>
        </>,
      )}
      <div
        ref={scroller}
        className={code.scroller}
        role="tree"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={current === null ? undefined : `json-${current}`}
        onKeyDown={onKeyDown}
        onClick={selectClicked}
      >
        <div className={code.rows} role="presentation" style={{ height: total }}>
          {rows.map(({ key, top }) => (
            <JsonRow
              key={key}
              ref={measure}
              top={top}
              laidOut={laidOut}
              line={key}
              issues={issuesAt.get(key)}
              folds={folds}
            />
          ))}
        </div>
      </div>
      <CutNote count={shown.length} />
      <PathBar doc={laidOut.doc} lines={laidOut.lines} line={current} />
    </>
  )
}

/** Shows an issue when it is asked for. */
function useFocus(
  laidOut: LaidOut,
  focus: { issue: Issue } | null,
  reveal: (line: number) => void,
): void {
  const show = useRef(reveal)
  useEffect(() => {
    show.current = reveal
  })
  useEffect(() => {
    if (focus) show.current(lineOfPlace(laidOut, focus.issue))
  }, [focus, laidOut])
}

function byLine(laidOut: LaidOut, issues: readonly Issue[]): Map<number, Issue[]> {
  const lines = new Map<number, Issue[]>()
  for (const issue of issues) {
    const line = lineOfPlace(laidOut, issue)
    lines.set(line, [...(lines.get(line) ?? []), issue])
  }
  return lines
}
