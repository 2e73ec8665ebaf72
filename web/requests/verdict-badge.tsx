import type { Verdict } from '../../shared/events/verdict.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import type { IconName } from '../ui/icons.ts'
import { useWords } from '../words/use-words.ts'

type Look = { tone: Tone; icon: IconName }

/** Each verdict has a shape of its own beside its colour and its word. */
const looks: Record<Verdict, Look> = {
  valid: { tone: 'good', icon: 'circleCheck' },
  drifted: { tone: 'warn', icon: 'wave' },
  invalid: { tone: 'bad', icon: 'octagon' },
  undocumented: { tone: 'odd', icon: 'circleDashed' },
  ambiguous: { tone: 'note', icon: 'fork' },
  unrecognized: { tone: 'plain', icon: 'square' },
  unreadable: { tone: 'bad', icon: 'torn' },
  none: { tone: 'plain', icon: 'circleMinus' },
}

/** What came out of holding a request against its documented shape. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { t } = useWords()
  const { tone, icon } = looks[verdict]
  return (
    <Badge tone={tone} icon={icon} title={t(`verdict.${verdict}.text`)}>
      {t(`verdict.${verdict}`)}
    </Badge>
  )
}
