import type { Timeline } from '../../shared/facets.ts'
import { wordsOf } from '../model/facet-terms.ts'

/** Stretches of a timeline, both ends included. */
export type Range = { first: number; last: number }

/** The stretches that a timeline is drawn in. */
export type Stretches = {
  count: number
  /** Empty ones before the first that was counted. */
  before: number
  /** Milliseconds since the epoch at which a stretch begins. */
  startOf: (stretch: number) => number
  /** Requests in a range. */
  sum: (range: Range) => number
  /** The search terms for a range. */
  termsOf: (range: Range) => string[]
  /** What a search shows of the timeline; `null` where it names no times, or none of the timeline. */
  rangeIn: (q: string) => Range | null
}

/** Fewer bars than these would be slabs: what is short stands at the end of a longer time. */
const leastBars = 30

/** Lays out a timeline: where each of its stretches stands, and which of them a search shows. */
export function stretchesOf({ from, step, counts }: Timeline): Stretches {
  const before = Math.max(0, leastBars - counts.length)
  const count = before + counts.length
  const startOf = (stretch: number) => Date.parse(from) + (stretch - before) * step
  const stretchAt = (time: number) => Math.floor((time - startOf(0)) / step)
  return {
    count,
    before,
    startOf,
    sum({ first, last }) {
      const inside = counts.slice(Math.max(0, first - before), Math.max(0, last - before + 1))
      return inside.flatMap((stretch) => Object.values(stretch)).reduce((sum, n) => sum + n, 0)
    },
    // Both ends of a search belong to it: the last millisecond of the last stretch.
    termsOf: ({ first, last }) => [
      `since:${new Date(startOf(first)).toISOString()}`,
      `until:${new Date(startOf(last + 1) - 1).toISOString()}`,
    ],
    rangeIn(q) {
      const first = Math.max(0, stretchAt(timeIn(q, 'since')))
      const last = Math.min(count - 1, stretchAt(timeIn(q, 'until')))
      return first <= last ? { first, last } : null
    },
  }
}

/** `NaN` where the search has no such time, or tells it in words. */
function timeIn(q: string, field: 'since' | 'until'): number {
  const word = wordsOf(q).find((one) => one.startsWith(`${field}:`)) ?? ''
  return Date.parse(word.slice(field.length + 1))
}
