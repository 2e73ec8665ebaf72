import type { ScenarioState } from '../../shared/scenario/result.ts'
import { Badge } from '../ui/badge.tsx'
import { useScenarioWords } from '../words/scenarios/use-scenario-words.ts'

const looks = {
  waiting: { tone: 'note', icon: 'circleDashed' },
  passed: { tone: 'good', icon: 'circleCheck' },
  failed: { tone: 'bad', icon: 'octagon' },
} as const

/** Waiting, passed or failed, in words, colour and shape. */
export function StateBadge({ state }: { state: ScenarioState }) {
  const t = useScenarioWords()
  return <Badge {...looks[state]}>{t(`scenario.state.${state}`)}</Badge>
}
