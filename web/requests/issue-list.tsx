import { useState } from 'react'
import { severities, type Issue } from '../../shared/events/verdict.ts'
import { IssueNote } from '../json/issue-note.tsx'
import { visibleText } from '../json/visible.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/use-words.ts'
import style from './issue-list.module.css'

type IssueListProps = { issues: readonly Issue[]; onIssue: (issue: Issue) => void }

/** How many are listed before somebody asks for all; hints alone leave the room to the body. */
const shownAtFirst = { error: 5, warning: 5, info: 1 }

/** The findings; a click goes to the place in the body. */
export function IssueList({ issues, onIssue }: IssueListProps) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const ordered = worstFirst(issues)
  const shown = all ? ordered : ordered.slice(0, shownAtFirst[ordered[0]?.severity ?? 'info'])
  return (
    <section aria-label={t('issues.title', { n: issues.length })}>
      <ol className={style.list}>
        {shown.map((issue, index) => (
          <li key={index}>
            <button type="button" className={style.issue} onClick={() => onIssue(issue)}>
              <IssueNote issue={issue} />
              {issue.path && <code className={style.path}>{visibleText(issue.path)}</code>}
            </button>
          </li>
        ))}
      </ol>
      {shown.length < issues.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('issues.showAll', { n: issues.length })}
        </Button>
      )}
    </section>
  )
}

/** What breaks the shape does not stand behind hints; within a severity the text's order holds. */
function worstFirst(issues: readonly Issue[]): Issue[] {
  return severities.flatMap((one) => issues.filter(({ severity }) => severity === one))
}
