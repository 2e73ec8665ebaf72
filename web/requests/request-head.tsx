import type { ReactNode } from 'react'
import type { Issue, Verdict } from '../../shared/events/verdict.ts'
import { termOf } from '../../shared/search/term.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/use-words.ts'
import { Facts } from './facts.tsx'
import { FilterLink } from './filter-link.tsx'
import { Flags } from './flags.tsx'
import { IssueList } from './issue-list.tsx'
import { SignatureNote } from './signature-note.tsx'
import { titleOf } from './title.ts'
import { VerdictBadge } from './verdict-badge.tsx'
import style from './request-view.module.css'

type RequestHeadProps = {
  request: RequestDetail
  /** What other features say of it. */
  more: ReactNode
  onIssue: (issue: Issue) => void
}

/** What a request is, how it was judged and why. */
export function RequestHead({ request, more, onIssue }: RequestHeadProps) {
  const { t, language } = useWords()
  const { event, events, verdict, issues, notes, flags } = request
  const isOwn = event?.family === 'own'
  return (
    <div className={style.head}>
      <div className={style.titleLine}>
        <h2 className={style.title}>{titleOf(request, language)}</h2>
        <FilterLink term={termOf('verdict', verdict)}>
          <VerdictBadge verdict={verdict} />
        </FilterLink>
        {event?.type && !isOwn && (
          <code className={style.type}>
            <FilterLink term={termOf('event', event.type)}>
              <VisibleText text={event.type} />
            </FilterLink>
          </code>
        )}
        {events.length > 1 && <span>{t('request.events', { n: events.length })}</span>}
        <Flags flags={flags} />
      </div>
      <p className={style.verdictText}>
        {t(isOwn ? ownTextOf(verdict) : `verdict.${verdict}.text`)}
      </p>
      <Facts request={request} />
      <SignatureNote request={request} />
      {more}
      {notes && (
        <p className={style.note}>
          <Icon name="note" />
          <VisibleText text={notes} />
        </p>
      )}
      {issues.length > 0 && <IssueList issues={issues} onIssue={onIssue} />}
    </div>
  )
}

/** What a verdict means that an own shape of the bin has led to. */
function ownTextOf(verdict: Verdict) {
  const isByShape = verdict === 'valid' || verdict === 'drifted' || verdict === 'invalid'
  return isByShape ? (`verdict.${verdict}.own` as const) : (`verdict.${verdict}.text` as const)
}
