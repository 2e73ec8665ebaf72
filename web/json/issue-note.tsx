import type { Issue, Severity } from '../../shared/events/verdict.ts'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icons.ts'
import { useSay } from '../words/messages/use-say.ts'
import { useIssueWords } from '../words/issues/use-issue-words.ts'
import { VisibleText } from './visible-text.tsx'
import style from './issue-note.module.css'

const icons: Record<Severity, IconName> = { error: 'octagon', warning: 'alert', info: 'info' }

/** One finding in words: how bad, what kind, and what exactly. */
export function IssueNote({ issue }: { issue: Issue }) {
  const t = useIssueWords()
  const say = useSay()
  return (
    <span className={style.note}>
      <span className={`${style.kind} ${style[issue.severity]}`}>
        <Icon name={icons[issue.severity]} size={13} />
        <span className="unseen">{t(`severity.${issue.severity}`)}: </span>
        {t(`issue.${issue.code}`)}
        {issue.event !== undefined && ` (${t('issue.event', { n: issue.event + 1 })})`}
      </span>{' '}
      <span className={style.message}>
        <VisibleText text={say(issue.message)} />
      </span>
    </span>
  )
}
