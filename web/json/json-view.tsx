import { useEffect, useMemo, useRef, type MouseEvent, type ReactNode } from 'react'
import type { Issue } from '../../shared/events/verdict.ts'
import { Button } from '../ui/button.tsx'
import { useRows } from '../ui/use-rows.ts'
import { useWords } from '../words/use-words.ts'
import { CutNote } from './cut-note.tsx'
import { JsonRow } from './json-row.tsx'
import type { LaidOut } from './laid-out.ts'
import { PathBar } from './path-bar.tsx'
import { FindBar } from './find-bar.tsx'
import { lineAtOffset, lineOfPlace, rowOfLine } from './rows.ts'
import { useFind } from './use-find.ts'
import { useFolds } from './use-folds.ts'
import { useHighlights } from './use-highlights.ts'
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
  /** What can be looked up about an issue. */
  renderPeek: (issue: Issue) => ReactNode
  /** How the requests are found that have a value too. */
  renderFilters: (node: number) => ReactNode
}

/** JSON in lines: folding, each issue at its place, and the path of the current line. */
export function JsonView(props: JsonViewProps) {
  const { laidOut, label, issues, focus, bar, renderPeek, renderFilters } = props
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const folds = useFolds(laidOut)
  const find = useFind(laidOut.doc.text)
  const { shown, current } = folds
  const issuesAt = useMemo(() => byLine(laidOut, issues), [laidOut, issues])
  const { rows, total, measure, scrollTo } = useRows({
    count: shown.length,
    usual: lineHeight,
    scroller,
    keyOf: folds.lineOf,
    rowOf: folds.rowOf,
  })
  useFocus(focus, folds.reveal, ({ issue }) => lineOfPlace(laidOut, issue))
  useFocus(find.found, folds.reveal, ({ start }) => lineAtOffset(laidOut.doc, laidOut.lines, start))
  useHighlights(scroller, find.hits.needle)
  useEffect(() => {
    if (folds.target) scrollTo(rowOfLine(shown, folds.target.line), folds.target.align)
    // Only a new target scrolls: not each fold, and not each draw.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
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
          <FindBar find={find} />
          <Button look="quiet" icon="unfoldAll" shrinks onClick={folds.unfoldAll}>
            {t('json.unfoldAll')}
          </Button>
          <Button look="quiet" icon="foldAll" shrinks onClick={folds.foldAll}>
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
              renderPeek={renderPeek}
            />
          ))}
        </div>
      </div>
      <CutNote count={shown.length} />
      <PathBar
        doc={laidOut.doc}
        lines={laidOut.lines}
        line={current}
        renderFilters={renderFilters}
      />
    </>
  )
}

/** Shows a place when it is asked for. */
function useFocus<Place>(
  place: Place | null,
  reveal: (line: number) => void,
  lineOf: (place: Place) => number,
): void {
  const show = useRef<(place: Place) => void>(undefined)
  useEffect(() => {
    show.current = (place) => reveal(lineOf(place))
  })
  useEffect(() => {
    if (place) show.current?.(place)
  }, [place])
}

function byLine(laidOut: LaidOut, issues: readonly Issue[]): Map<number, Issue[]> {
  const lines = new Map<number, Issue[]>()
  for (const issue of issues) {
    const line = lineOfPlace(laidOut, issue)
    lines.set(line, [...(lines.get(line) ?? []), issue])
  }
  return lines
}
