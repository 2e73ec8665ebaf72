import { Link } from '../shell/link.tsx'
import type { BinRoute } from '../shell/router.ts'
import { Badge } from '../ui/badge.tsx'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { attemptOf } from './attempt.ts'
import { AttemptDifferences } from './attempt-differences.tsx'
import { useDeliveries } from './use-deliveries.ts'
import style from './deliveries.module.css'

/** Most other attempts that are linked: the nearest. */
const mostLinked = 12

/** Which attempt of its delivery a request is; nothing where it came once. */
export function Attempts({ route, seq }: { route: BinRoute; seq: number }) {
  const { t, format } = useSeenWords()
  const view = attemptOf(useDeliveries().deliveries, seq)
  if (!view) return null
  const { delivery, number, attempt, before } = view
  const interval = attempt?.interval ?? null
  const from = Math.max(0, number - mostLinked / 2)
  return (
    <section className={style.attempts} aria-label={t('delivery.title')}>
      <p className={style.line}>
        <Badge tone="note" icon="retry">
          {t('delivery.attempt', { n: number, of: delivery.seqs.length })}
        </Badge>
        {interval !== null && (
          <span>{t('delivery.after', { time: format.duration(interval) })}</span>
        )}
        <span className={style.quiet}>{t(`delivery.kind.${delivery.kind}`)}</span>
      </p>
      <ul className={style.links}>
        {delivery.seqs.slice(from, from + mostLinked).map((other) => (
          <li key={other}>
            <Link to={{ ...route, seq: other }} aria-current={other === seq ? 'true' : undefined}>
              #{other}
            </Link>
          </li>
        ))}
      </ul>
      {attempt?.differences && before !== null && (
        <AttemptDifferences differences={attempt.differences} before={before} />
      )}
    </section>
  )
}
