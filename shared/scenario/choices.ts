import { fitsHaving, type Lane, type RunView } from './lane.ts'
import { isInPlace, isTooLate, type Place } from './place.ts'
import type { Scenario, Value } from './scenario.ts'
import type { Moment } from './moment.ts'

/** Requests that one search looks at more than once. */
const mostLooks = 50_000

/** The requests that steps may take, as many as one search may look at. */
export class Choices {
  /** For each step whether what it takes decides what later ones may take. */
  readonly decide: readonly boolean[]
  readonly #view: RunView
  readonly #lane: Lane
  readonly #narrowed = new Map<string, readonly Moment[]>()
  #left: number

  constructor(view: RunView, lane: Lane) {
    this.#view = view
    this.#lane = lane
    this.#left = lane.fits.reduce((sum, { length }) => sum + length, mostLooks)
    this.decide = view.scenario.steps.map((_, index) => decides(view.scenario, index))
  }

  get areOver(): boolean {
    return this.#left <= 0
  }

  /** Those that fit in a place, in order. */
  *of(index: number, place: Place): Generator<Moment> {
    const step = this.#view.scenario.steps[index]
    if (!step) return
    const moments = this.#candidates(index, place)
    const isOrdered = this.#view.scenario.order === 'written'
    for (let at = isOrdered ? firstFrom(moments, place) : 0; at < moments.length; at++) {
      const moment = moments[at]
      if (!moment || this.#left-- <= 0) return
      if (isOrdered && isTooLate(this.#view, step, moment, place)) return
      if (isInPlace(this.#view, step, moment, place)) yield moment
    }
  }

  /** Where an earlier step has captured what is asked for, only those that have it. */
  #candidates(index: number, { captured }: Place): readonly Moment[] {
    const conditions = this.#view.scenario.steps[index]?.conditions ?? []
    for (const condition of conditions) {
      if (condition.type !== 'captured') continue
      const value = captured.get(condition.name)
      return value ? this.#having(index, condition.path, value) : []
    }
    return this.#lane.fits[index] ?? []
  }

  #having(index: number, path: string, value: Value): readonly Moment[] {
    const key = `${index} ${value.kind} ${value.text}`
    const moments =
      this.#narrowed.get(key) ?? fitsHaving(this.#view, this.#lane, index, { path, value })
    this.#narrowed.set(key, moments)
    return moments
  }
}

function decides({ order, steps }: Scenario, index: number): boolean {
  if (steps[index]?.captures.length) return true
  const later = steps.slice(index + 1).filter(({ count }) => count > 0)
  // In order an earlier request is never worse than a later one, but for the time of the next step.
  const timed = order === 'written' ? later.slice(0, 1) : later
  return timed.some(({ within }) => within?.from === 'previous')
}

/** Index of the first that does not come before the last request that was taken. */
function firstFrom(moments: readonly Moment[], { previous }: Place): number {
  if (!previous) return 0
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle]?.seq ?? 0) < previous.seq) low = middle + 1
    else high = middle
  }
  return low
}
