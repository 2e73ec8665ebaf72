import type { Difference } from '../../shared/observed/compare.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import type { IconName } from '../ui/icons.ts'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { sightingsOf } from './field-rows.ts'
import style from './fields.module.css'

/** Each kind has a shape of its own beside its colour and its word. */
const looks: Record<Difference['kind'], { tone: Tone; icon: IconName }> = {
  'never-seen': { tone: 'plain', icon: 'circleDashed' },
  undocumented: { tone: 'odd', icon: 'plus' },
  type: { tone: 'warn', icon: 'diamond' },
  null: { tone: 'note', icon: 'circleMinus' },
}

/** How a field differs from the document: a word, and what was seen how often since when. */
export function DifferenceNote({ difference }: { difference: Difference }) {
  const { t, format } = useSeenWords()
  const { kind, expected, seen } = difference
  const sightings = sightingsOf(difference)
  const text = t(`difference.${kind}.text`, {
    expected: expected ?? '',
    types: Object.keys(seen).join(', '),
    n: sightings?.count ?? 0,
    since: sightings ? format.moment(sightings.first.at) : '',
    seq: String(sightings?.first.seq ?? ''),
  })
  return (
    <p className={style.difference}>
      <Badge {...looks[kind]}>{t(`difference.${kind}`)}</Badge>
      <span className={style.quiet}>{text}</span>
    </p>
  )
}
