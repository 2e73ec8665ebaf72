import type { JsonKind } from '../json/document.ts'
import type { RegularExpression } from '../pattern/regular-expression.ts'
import type { SearchQuery } from '../search/query.ts'

/**
 * What is expected of a run: which requests have to come, which must not, in what order and time,
 * and for whom. Written as YAML or JSON and read by `parseScenario`.
 */
export type Scenario = {
  name: string
  /** `written`: each step comes after the one before it. */
  order: 'any' | 'written'
  /** Milliseconds after which a live run is over; `null`: it has no end of its own. */
  timeout: number | null
  /** At least one. */
  steps: readonly ScenarioStep[]
}

export type ScenarioStep = {
  kind: 'expect' | 'never' | 'exactly'
  /** How the step is called: its `name`, or what it asks for. */
  title: string
  /** How many requests there have to be: 1 for `expect`, 0 for `never`. */
  count: number
  selector: Selector
  conditions: readonly Condition[]
  within: Within | null
  /** Whether it is about the one contact of the run. */
  sameContact: boolean
  captures: readonly Capture[]
  /** Line of the text where it begins, from 1. */
  line: number
}

/** Which requests a step is about. */
export type Selector = {
  /** As it was written. */
  text: string
  /** Whether it names an event, and is no search. */
  isEvent: boolean
  query: SearchQuery
}

/** What must be true of the values at a path of the event. */
export type Condition = { path: string } & ConditionTest

export type ConditionTest =
  | { type: 'equals'; value: Value }
  | { type: 'oneOf'; values: readonly Value[] }
  /** Texts that follow each other with anything between them, as in a search: `*` and no more. */
  | { type: 'matches'; pattern: string }
  /** A regular expression that is found anywhere in the text; case matters. */
  | { type: 'pattern'; pattern: RegularExpression }
  | { type: 'exists'; exists: boolean }
  | { type: 'type'; kind: ValueType }
  /** The value that an earlier step has captured. */
  | { type: 'captured'; name: string }

export const valueTypes = ['string', 'number', 'boolean', 'null', 'object', 'array'] as const
export type ValueType = (typeof valueTypes)[number]

/** A JSON value: a string decoded, everything else as it was sent. */
export type Value = { kind: Exclude<JsonKind, 'key'>; text: string }

export type Within = {
  /** Milliseconds. */
  time: number
  from: 'arming' | 'previous'
  by: 'arrival' | 'created_at'
}

/** A value kept under a name for later steps. */
export type Capture = { name: string; path: string }

export const scenarioLimits = {
  /** Characters of the text. */
  length: 32 * 1024,
  /** Characters of a name, of a step's name, of an event. */
  name: 200,
  steps: 100,
  /** Conditions, or captures, of one step. */
  conditions: 50,
  /** Different paths of all steps: what stands at each is remembered of every request. */
  paths: 200,
  /** Characters of a path. */
  path: 500,
  /** Characters of a value that is compared. */
  value: 1000,
  /** Instructions of all regular expressions: times the values, what one request may cost. */
  patterns: 1000,
  /** Steps over the values of a path, times those of the pattern: about 5,000 characters. */
  patternSteps: 10_000,
  /** Days of a time. */
  days: 30,
  /** Faults told at once. */
  errors: 20,
} as const
