import type { EventSummary, Verdict } from './events/verdict.ts'

/** How the requests of a bin fall apart: by verdict, by event, and over time. */
export type Facets = {
  /** Requests that match. */
  total: number
  /** Requests that were looked at: the newest, where a bin holds more than are looked at. */
  looked: number
  complete: boolean
  /** Most frequent first. */
  verdicts: { verdict: Verdict; count: number }[]
  /** Most frequent first; of the first event of each request. */
  events: (Pick<EventSummary, 'trigger' | 'type' | 'label'> & { count: number })[]
  /** `null` where nothing matches. */
  timeline: Timeline | null
}

/** Requests per stretch of time. */
export type Timeline = {
  /** When the first stretch begins: RFC 3339. */
  from: string
  /** Milliseconds of a stretch. */
  step: number
  /** From the oldest to the newest stretch; what is left out is 0. */
  counts: Partial<Record<Verdict, number>>[]
}

/** One request as the timeline sees it. */
export type Moment = { at: number; verdict: Verdict }

const mostStretches = 60
const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
/** Stretches that people count in. */
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
]

/** Counts moments in stretches of a round length, at most sixty. */
export function timelineOf(moments: readonly Moment[]): Timeline | null {
  if (moments.length === 0) return null
  let [first, last] = [Infinity, -Infinity]
  for (const { at } of moments) {
    first = Math.min(first, at)
    last = Math.max(last, at)
  }
  const step = stepFor(last - first)
  const from = Math.floor(first / step) * step
  const counts = Array.from(
    { length: Math.floor((last - from) / step) + 1 },
    (): Partial<Record<Verdict, number>> => ({}),
  )
  for (const { at, verdict } of moments) {
    const stretch = counts[Math.floor((at - from) / step)]
    if (stretch) stretch[verdict] = (stretch[verdict] ?? 0) + 1
  }
  return { from: new Date(from).toISOString(), step, counts }
}

/** One stretch more than the span has may be needed, since stretches begin at round times. */
function stepFor(span: number): number {
  const least = span / (mostStretches - 1)
  return steps.find((step) => step >= least) ?? Math.ceil(least / day) * day
}
