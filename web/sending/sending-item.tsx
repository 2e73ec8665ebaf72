import { headerPairs } from '../../shared/headers.ts'
import type { Sending } from '../../shared/sending.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { Link } from '../shell/link.tsx'
import { Badge } from '../ui/badge.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { useWords } from '../words/use-words.ts'
import style from './sending.module.css'

type SendingItemProps = { bin: string; sending: Sending; onOpen: () => void }

/** One thing that was sent: where to, and what came back. */
export function SendingItem({ bin, sending, onOpen }: SendingItemProps) {
  const t = useSendingWords()
  const { format } = useWords()
  const { cause, seq, trigger, to, attempt, at, took, size, fault, binSeq, redirects } = sending
  return (
    <li className={style.item}>
      <div className={style.row}>
        <Outcome sending={sending} />
        <strong>{trigger ?? t(`cause.${cause}`)}</strong>
        {seq !== null && <span>{t('sent.seq', { seq: String(seq) })}</span>}
        <span>{to === null ? t('sent.bin') : t('sent.to', { to })}</span>
        {attempt > 1 && <Badge tone="note">{t('sent.attempt', { n: attempt })}</Badge>}
        {binSeq !== null && (
          <Link to={{ page: 'bin', id: bin, seq: binSeq, tab: 'body', q: '' }} onClick={onOpen}>
            {t('answer.open', { seq: String(binSeq) })}
          </Link>
        )}
      </div>
      <div className={`${style.row} ${style.quiet}`}>
        <time dateTime={at}>{format.moment(at)}</time>
        <span>{t('answer.took', { time: format.duration(took) })}</span>
        {!fault && <span>{t('answer.size', { size: format.bytes(size) })}</span>}
        {redirects.map((address) => (
          <span key={address}>{t('answer.redirected', { to: address })}</span>
        ))}
      </div>
      {!fault && <Answer sending={sending} />}
    </li>
  )
}

function Outcome({ sending: { status, fault } }: { sending: Sending }) {
  const t = useSendingWords()
  if (fault) return <Badge tone="bad">{t('answer.none', { reason: fault.message })}</Badge>
  const tone = (status ?? 0) < 400 ? 'good' : 'warn'
  return <Badge tone={tone}>{t('answer.status', { status: String(status) })}</Badge>
}

/** What came back, as text: it is somebody else's. */
function Answer({ sending: { headers, body } }: { sending: Sending }) {
  const t = useSendingWords()
  const lines = headerPairs(headers).map(([name, value]) => `${name}: ${value}`)
  return (
    <details>
      <summary>{t('answer.more')}</summary>
      <pre className={style.answer}>
        <VisibleText text={`${lines.join('\n')}\n\n${body}`} />
      </pre>
    </details>
  )
}
