import type { Trigger } from './trigger.ts'

/** The outcome of holding a request against its documented shape, worst last. */
export type Verdict =
  | 'valid'
  | 'drifted'
  | 'invalid'
  | 'undocumented'
  | 'ambiguous'
  | 'unrecognized'
  | 'unreadable'
  | 'none'

/** Worst first. */
export const severities = ['error', 'warning', 'info'] as const

export type Severity = (typeof severities)[number]

export type IssueCode =
  // structure
  | 'missing'
  | 'wrong-type'
  | 'null-not-allowed'
  | 'unexpected'
  | 'extra'
  | 'unknown-value'
  | 'bad-format'
  | 'unusual-empty'
  | 'unusual-type'
  | 'variant'
  | 'no-variant'
  | 'ambiguous-variant'
  | 'unknown-type'
  | 'double-escaped'
  | 'double-nested'
  // text
  | 'json-syntax'
  | 'json-truncated'
  | 'trailing-data'
  | 'duplicate-key'
  | 'unsafe-integer'
  | 'number-overflow'
  | 'too-deep'
  | 'bom'
  | 'wrong-encoding'
  | 'invalid-utf8'
  | 'lone-surrogate'
  | 'empty-body'
  | 'not-json'
  // wrappers
  | 'wrapped-array'
  | 'wrapped-n8n'
  | 'double-encoded'
  | 'form-encoded'
  // other
  | 'no-event-header'
  | 'type-data-mismatch'
  | 'suspicious-key'
  | 'control-characters'

/** One finding about a request's body. */
export type Issue = {
  severity: Severity
  code: IssueCode
  /** JSON Pointer into the (unwrapped) event. */
  path: string
  /** Place among `events` of the one that it belongs to; absent where there is nothing beside that. */
  event?: number
  message: string
  expected?: string
  actual?: string
  /** What was most likely meant: a type, an event name or a trigger. */
  suggestion?: string
  /** UTF-16 offsets into the decoded body text. */
  range?: { start: number; end: number }
}

export type Family = 'automation' | 'account'

/** A label in the languages of the page: English, Indonesian, French. */
export type Label = { en: string; id: string; fr: string }

/** What the body (and headers) say happened. */
export type EventSummary = {
  /** `own`: only a shape that the bin's owner made describes it. */
  family: Family | 'own'
  /** As sent: `contact.tag.added`, `SALE_NEW`; empty where the sender named none; of an own shape, its id. */
  type: string
  /** `null` where no document describes the type, or the data does not decide. */
  trigger: Trigger | null
  label: Label
  /** RFC 3339 UTC with milliseconds, where the event tells a time that is one. */
  occurredAt: string | null
  contact: { id?: number | string; email?: string }
}

/** What was made of a request's body. */
export type Judgement = {
  /** The body as text; `null` where its bytes are none. Ranges of issues are offsets into it. */
  text: string | null
  /** How the bytes were read: `utf-8`, `utf-16le`, … */
  charset: string | null
  /** The first of `events`. */
  event: EventSummary | null
  events: EventSummary[]
  /** Of an array that own shapes had a word in: which of its elements the events are. */
  places?: readonly number[]
  /** The worst of the events'. */
  verdict: Verdict
  /** In order of position; a bounded number of them. */
  issues: Issue[]
  /** How many there are, those left out included. */
  issueCount: number
}
