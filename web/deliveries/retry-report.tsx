import type { AttemptInfo, DeliveryInfo } from '../../shared/attempts/delivery-list.ts'
import { backoffOf, type Backoff } from '../../shared/attempts/backoff.ts'
import { Link } from '../shell/link.tsx'
import { Badge } from '../ui/badge.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { narrowWindow, useMedia } from '../ui/use-media.ts'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { AttemptDifferences } from './attempt-differences.tsx'
import { contactName } from './attempt.ts'
import style from './retry.module.css'

type RetryReportProps = { bin: string; delivery: DeliveryInfo; onOpen: () => void }

/** The attempts of one delivery: when, answered how, and what changed in between. */
export function RetryReport({ bin, delivery, onOpen }: RetryReportProps) {
  const t = useSendingWords()
  const { t: page, language } = useSeenWords()
  const { event, seqs, attempts } = delivery
  const isNarrow = useMedia(narrowWindow)
  const waits = attempts.flatMap(({ interval }) => (interval === null ? [] : [interval]))
  const backoff = backoffOf(waits)
  const title = event ? `${event.label[language]} · ${contactName(event.contact)}` : `#${seqs[0]}`
  return (
    <article className={style.report} aria-label={title}>
      <div className={style.row}>
        <strong>{title}</strong>
        <Badge tone="note">{t('retry.attempts', { n: seqs.length })}</Badge>
        {backoff && <BackoffText backoff={backoff} />}
        <span className={style.quiet}>{page(`delivery.kind.${delivery.kind}`)}</span>
      </div>
      <ScrollRegion label={title} className={style.scroll}>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{t('retry.attempt')}</th>
              <th scope="col">{t('retry.wait')}</th>
              <th scope="col">{t('retry.reply')}</th>
              {!isNarrow && <th scope="col">{t('retry.change')}</th>}
            </tr>
          </thead>
          <tbody>
            {attempts.map((attempt, place) => (
              <AttemptRow
                key={attempt.seq}
                bin={bin}
                attempt={attempt}
                before={attempts[place - 1]?.seq ?? 0}
                isNarrow={isNarrow}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </article>
  )
}

function BackoffText({ backoff }: { backoff: Backoff }) {
  const t = useSendingWords()
  const { format } = useSeenWords()
  if (backoff.kind === 'exponential') {
    const n = Math.round(backoff.factor * 10) / 10
    return <span>{t('retry.exponential', { n })}</span>
  }
  if (backoff.kind === 'irregular') return <span>{t('retry.irregular')}</span>
  const time = backoff.kind === 'fixed' ? backoff.interval : backoff.step
  return <span>{t(`retry.${backoff.kind}`, { time: format.duration(Math.round(time)) })}</span>
}

type AttemptRowProps = {
  bin: string
  attempt: AttemptInfo
  before: number
  isNarrow: boolean
  onOpen: () => void
}

/** An attempt, and what changed: beside it, or below where there is no room. */
function AttemptRow({ bin, attempt, before, isNarrow, onOpen }: AttemptRowProps) {
  const t = useSendingWords()
  const { format } = useSeenWords()
  const { seq, interval, reply, differences } = attempt
  const { status, outcome } = reply
  const failure = outcome === 'timeout' || outcome === 'reset' ? t(`retry.${outcome}`) : null
  const change = differences && <AttemptDifferences differences={differences} before={before} />
  return (
    <>
      <tr>
        <th scope="row">
          <Link to={{ page: 'bin', id: bin, seq, tab: 'body', q: '' }} onClick={onOpen}>
            #{seq}
          </Link>
        </th>
        <td>{interval === null ? '–' : format.duration(interval)}</td>
        <td>{status ?? failure ?? t('retry.noReply')}</td>
        {!isNarrow && <td>{change}</td>}
      </tr>
      {isNarrow && change && (
        <tr className={style.below}>
          <td colSpan={3}>{change}</td>
        </tr>
      )}
    </>
  )
}
