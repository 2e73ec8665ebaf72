import type { ReactNode, Ref } from 'react'
import type { Issue } from '../../shared/events/verdict.ts'
import { lineAt } from '../../shared/json/line.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/use-words.ts'
import { IssueNote } from './issue-note.tsx'
import { JsonLine } from './json-line.tsx'
import type { LaidOut } from './laid-out.ts'
import { isFoldable } from './rows.ts'
import type { Folds } from './use-folds.ts'
import { worstOf } from './worst-of.ts'
import style from './code.module.css'

type JsonRowProps = {
  /** Measures it: a line may wrap, and bear notes. */
  ref: Ref<HTMLDivElement>
  /** Where it stands, in CSS pixels. */
  top: number
  laidOut: LaidOut
  line: number
  issues: readonly Issue[] | undefined
  folds: Folds
  renderPeek: (issue: Issue) => ReactNode
}

/** Deeper lines are not indented any further: a hostile text would leave no room. */
const deepest = 40

/** One line with its number, its fold, and what was found in it. */
export function JsonRow({ ref, top, laidOut, line, issues, folds, renderPeek }: JsonRowProps) {
  const { doc, lines } = laidOut
  const shown = lineAt(doc, lines, line)
  const isFolded = folds.folded.has(line)
  const canFold = isFoldable(lines, line)
  const isCurrent = folds.current === line
  const tree = {
    role: 'treeitem',
    'aria-level': shown.depth + 1,
    'aria-selected': isCurrent,
    ...(canFold ? { 'aria-expanded': !isFolded } : {}),
  } as const
  return (
    <div
      ref={ref}
      id={`json-${line}`}
      data-key={line}
      className={`${style.row} ${issues ? style[worstOf(issues)] : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      {...(shown.role === 'close' ? { 'aria-hidden': true } : tree)}
    >
      <div className={`${style.line} ${isCurrent ? style.current : ''}`}>
        <span className={style.number} aria-hidden="true">
          {line + 1}
        </span>
        {canFold ? <FoldButton isFolded={isFolded} onClick={() => folds.toggle(line)} /> : <span />}
        <span
          className={style.code}
          style={{ paddingLeft: `${Math.min(shown.depth, deepest) * 2}ch` }}
        >
          <JsonLine
            doc={doc}
            line={shown}
            issues={issues}
            isFolded={isFolded}
            onUnfold={() => folds.toggle(line)}
          />
        </span>
      </div>
      {issues && <Notes issues={issues} depth={shown.depth} renderPeek={renderPeek} />}
    </div>
  )
}

function FoldButton({ isFolded, onClick }: { isFolded: boolean; onClick: () => void }) {
  const { t } = useWords()
  const label = t(isFolded ? 'json.unfold' : 'json.fold')
  return (
    <button type="button" tabIndex={-1} className={style.fold} aria-label={label} onClick={onClick}>
      <Icon name={isFolded ? 'chevronRight' : 'chevronDown'} size={12} />
    </button>
  )
}

type NotesProps = Pick<JsonRowProps, 'renderPeek'> & { issues: readonly Issue[]; depth: number }

function Notes({ issues, depth, renderPeek }: NotesProps) {
  return (
    <div className={style.notes} style={{ marginLeft: `${Math.min(depth, deepest) * 2}ch` }}>
      {issues.map((issue, index) => (
        <div key={index}>
          <IssueNote issue={issue} /> {renderPeek(issue)}
        </div>
      ))}
    </div>
  )
}
