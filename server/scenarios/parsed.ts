import { parseScenario, type ParsedScenario } from '../../shared/scenario/parse.ts'
import type { KeptScenario } from '../../shared/scenario/kept.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { HttpProblem } from '../http/problem.ts'

/** Kept scenarios as they are used: reading one takes longer than judging it. */
const ready = new WeakMap<KeptScenario, ParsedScenario>()

/** `null` for a scenario that an earlier version took and this one does not. */
export function scenarioOf(kept: KeptScenario): Scenario | null {
  const parsed = ready.get(kept) ?? parseScenario(kept.text)
  ready.set(kept, parsed)
  return parsed.scenario ?? null
}

/** @throws HttpProblem `invalid-scenario` with all faults and their places */
export function readText(text: string): Scenario {
  const { scenario, errors } = parseScenario(text)
  if (scenario) return scenario
  const [first] = errors
  const place = first ? ` (line ${first.line}, column ${first.column})` : ''
  throw new HttpProblem('invalid-scenario', `${first?.message ?? 'Not a scenario'}${place}.`, {
    pointer: '/text',
    position: first?.position,
    members: { errors },
  })
}
