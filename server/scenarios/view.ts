import type {
  KeptRun,
  KeptScenario,
  ScenarioInfo,
  ScenarioRun,
} from '../../shared/scenario/kept.ts'
import type { ScenarioResult } from '../../shared/scenario/result.ts'
import { timestamp } from '../inspect/time.ts'
import { scenarioOf } from './parsed.ts'

/** A run as the API gives it. */
export function viewRun({ startedAt, after, endedAt, upTo }: KeptRun): ScenarioRun {
  return {
    startedAt: timestamp(startedAt),
    after,
    endedAt: endedAt === null ? null : timestamp(endedAt),
    upTo,
  }
}

/** A scenario as the API gives it. */
export function viewScenario(kept: KeptScenario, result: ScenarioResult | null): ScenarioInfo {
  const { id, text, run, golden } = kept
  return {
    id,
    name: scenarioOf(kept)?.name ?? id,
    text,
    run: run && viewRun(run),
    result,
    golden: golden && {
      savedAt: timestamp(golden.savedAt),
      requests: golden.requests.length,
    },
  }
}
