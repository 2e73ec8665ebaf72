import type { BinSession } from '../model/bin-session.ts'
import { usePart } from '../ui/use-store.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import style from './bin-guide.module.css'

const losses = ['evicted', 'truncated', 'aborted', 'rejected'] as const

/** What the bin holds, and what became of everything else: nothing is dropped silently. */
export function BinCounts({ session }: { session: BinSession }) {
  const { t, format } = useBinWords()
  const counts = usePart(session.state, ({ bin }) => bin?.counts ?? null)
  if (!counts) return null
  return (
    <dl className={style.counts}>
      <div>
        <dt>{t('counts.held')}</dt>
        <dd>
          {t('list.count', { n: counts.requests })} · {format.bytes(counts.bytes)}
        </dd>
      </div>
      {losses.map((loss) => (
        <div key={loss} title={t(`counts.${loss}.text`)}>
          <dt>{t(`counts.${loss}`)}</dt>
          <dd>{format.number(counts[loss])}</dd>
        </div>
      ))}
    </dl>
  )
}
