import type { ReactNode } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import { termOf } from '../../shared/search/term.ts'
import { useNow } from '../ui/use-now.ts'
import { useWords } from '../words/use-words.ts'
import { FilterLink } from './filter-link.tsx'
import { SourceText } from './source-text.tsx'
import { contactOf } from './title.ts'
import style from './request-view.module.css'

/** When, whose, from where, how much. */
export function Facts({ request }: { request: RequestDetail }) {
  const { t, format } = useWords()
  const now = useNow(1000)
  const { receivedAt, event, source, size } = request
  const contact = contactOf(request)
  return (
    <dl className={style.facts}>
      <Fact name={t('fact.received')}>
        <time dateTime={receivedAt} title={format.ago(receivedAt, now)}>
          {format.moment(receivedAt)} · {format.ago(receivedAt, now)}
        </time>
      </Fact>
      {contact && (
        <Fact name={t('fact.contact')}>
          <FilterLink term={contactTerm(request)}>{contact}</FilterLink>
        </Fact>
      )}
      {event?.occurredAt && (
        <Fact name={t('fact.occurred')}>
          <time dateTime={event.occurredAt}>{format.moment(event.occurredAt)}</time>
        </Fact>
      )}
      <Fact name={t('fact.source')}>
        <FilterLink term={termOf('ip', source.ip)}>
          <SourceText source={source} />
        </FilterLink>
      </Fact>
      <Fact name={t('fact.size')}>{format.bytes(size)}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={style.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function contactTerm({ event }: RequestDetail): string | null {
  const { id, email } = event?.contact ?? {}
  const name = email || id
  return name === undefined || name === '' ? null : termOf('contact', String(name))
}
