import type { ScenarioResult } from '../shared/scenario/result.ts'
import { describeScenario } from './describe-scenario.ts'

/** A scenario did not pass. The message tells each step, and what came closest where one failed. */
export class ScenarioFailed extends Error {
  readonly result: ScenarioResult

  constructor(bin: string, result: ScenarioResult) {
    super(`The scenario did not pass in bin ${bin}:\n${describeScenario(result)}`)
    this.name = 'ScenarioFailed'
    this.result = result
  }
}
