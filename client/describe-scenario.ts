import { escapeLine } from '../shared/escape-line.ts'
import type { ScenarioResult, ScenarioState, StepResult } from '../shared/scenario/result.ts'

const marks: Record<ScenarioState, string> = { passed: '✓', failed: '✗', waiting: '·' }

/** The steps of a scenario, a line each; below one that failed, what came closest and what differed. */
export function describeScenario({ steps }: ScenarioResult): string {
  return steps.flatMap((step, place) => [headOf(step, place + 1), ...missOf(step)]).join('\n')
}

function headOf({ kind, count, title, state, seqs }: StepResult, place: number): string {
  const asked = kind === 'exactly' ? `exactly ${count}` : kind
  const found = seqs.map((seq) => `#${seq}`).join(' ')
  return escapeLine(`${marks[state]} ${place}. ${asked}  ${title}  ${found}`.trimEnd())
}

function missOf({ state, closestMiss: miss, kind }: StepResult): string[] {
  if (state !== 'failed') return []
  if (miss === null) return kind === 'expect' ? ['      nothing came near'] : []
  const differences = miss.differences.map(
    ({ field, expected, actual }) => `        ${field}: expected ${expected}, was ${actual}`,
  )
  return [`      closest: #${miss.seq} ${miss.event}`, ...differences].map(escapeLine)
}
