import type { Golden } from './golden.ts'
import type { ScenarioResult } from './result.ts'

/** A scenario as a bin keeps it. */
export type KeptScenario = {
  /** Unique in its bin. */
  id: string
  /** As it was written. */
  text: string
  run: KeptRun | null
  golden: Golden | null
}

/** The run that was armed last. Times in milliseconds since 1970. */
export type KeptRun = {
  startedAt: number
  /** The last request before it. */
  after: number
  endedAt: number | null
  /** The last request of it; `null` while it is armed. */
  upTo: number | null
}

/** The scenarios of a bin. */
export type KeptScenarios = {
  /** Counts changes. */
  revision: number
  scenarios: readonly KeptScenario[]
}

export const keptLimits = {
  /** Scenarios of one bin. */
  scenarios: 1000,
  /** Characters of all of them together. */
  length: 1024 * 1024,
} as const

/** A scenario as the API gives it. */
export type ScenarioInfo = {
  id: string
  name: string
  text: string
  run: ScenarioRun | null
  /** What became of that run; `null` where there has been none. */
  result: ScenarioResult | null
  golden: { savedAt: string; requests: number } | null
}

/** The run that was armed last; it goes on until `endedAt` is told. */
export type ScenarioRun = {
  startedAt: string
  after: number
  endedAt: string | null
  upTo: number | null
}

/** Both ends are left out where they are not given: the whole history. */
export type HistoryQuery = { after?: number; upTo?: number }
