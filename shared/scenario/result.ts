export type ScenarioState = 'waiting' | 'passed' | 'failed'

/** What became of a scenario in a run. */
export type ScenarioResult = {
  state: ScenarioState
  /** Index of the first step that failed. */
  failedStep: number | null
  steps: StepResult[]
  /** Whom the run is about, where steps ask for the same contact: an id or an e-mail address. */
  contact: string | null
  captured: CapturedValue[]
  /** Number of the last request that was looked at. */
  upTo: number
  /** When a step is decided by time alone next; RFC 3339. */
  nextDeadline: string | null
}

export type StepResult = {
  kind: 'expect' | 'never' | 'exactly'
  title: string
  state: ScenarioState
  /** How many are asked for. */
  count: number
  /** The requests that count for it; a hundred at most. */
  seqs: number[]
  /** Until when it may pass (`expect`) or has to hold; RFC 3339. */
  deadline: string | null
  /** The request that came closest, or is one too many; `null` where it passed, or nothing came near. */
  closestMiss: StepMiss | null
}

/** A request that a step did not take, and why. */
export type StepMiss = { seq: number; event: string; differences: StepDifference[] }

/**
 * What differed. `field` is a path of the event, a field of the search, or one of `contact`, `order`,
 * `within`, `count` and `step` (taken by another one already).
 */
export type StepDifference = { field: string; expected: string; actual: string }

/** `value` is JSON. */
export type CapturedValue = { name: string; value: string }

/** Which requests a run looks at, and when it is judged. Times in milliseconds since 1970. */
export type Run = {
  /** When it was armed; `null`: when its first request came. */
  startedAt: number | null
  /** The last request before it. */
  after: number
  /** The last request of it; `null`: there may come more. */
  upTo: number | null
  now: number
  /** Whether nothing can come any more, as over history. */
  isOver: boolean
}
