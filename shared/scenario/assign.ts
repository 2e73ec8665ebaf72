import type { Lane, RunView } from './lane.ts'
import { isInPlace, type Place } from './place.ts'
import type { Scenario, Value } from './scenario.ts'
import type { Moment } from './timeline.ts'

/** Which request each step has, and what it found when it was looked at. */
export type Assignment = {
  taken: readonly (Moment | null)[]
  places: readonly Place[]
  /** How many steps have a request. */
  count: number
  captured: ReadonlyMap<string, Value>
}

/** Requests that are tried beside the first that fits. */
const mostTries = 300

/**
 * Gives each step its request. The first that fits is taken; where that leaves a later step without
 * one, others are tried, a bounded number of them.
 */
export function assign(view: RunView, lane: Lane): Assignment {
  const tries = canBenefit(view.scenario) ? mostTries : view.scenario.steps.length
  const search = new Search(view, lane, tries)
  search.visit(0, { previous: null, hasPrevious: false, captured: new Map() })
  return search.best
}

/** In order, the first that fits is never worse than a later one, unless later steps depend on it. */
function canBenefit({ order, steps }: Scenario): boolean {
  return (
    order === 'any' ||
    steps.some(({ within, captures }) => within?.from === 'previous' || captures.length > 0)
  )
}

class Search {
  best: Assignment = { taken: [], places: [], count: -1, captured: new Map() }
  readonly #view: RunView
  readonly #lane: Lane
  readonly #taken: (Moment | null)[] = []
  readonly #places: Place[] = []
  readonly #used = new Set<Moment>()
  #left: number

  constructor(view: RunView, lane: Lane, tries: number) {
    this.#view = view
    this.#lane = lane
    this.#left = tries
  }

  /** @returns whether the search is at its end */
  visit(index: number, place: Place): boolean {
    const step = this.#view.scenario.steps[index]
    if (!step) return this.#note(place)
    this.#places[index] = place
    if (step.count === 0) return this.#pass(index, place)
    const hasPrevious = true
    let found = false
    for (const moment of this.#lane.fits[index] ?? []) {
      const isFree = step.kind !== 'expect' || !this.#used.has(moment)
      if (!isFree || !isInPlace(this.#view, step, moment, place)) continue
      found = true
      this.#taken[index] = moment
      if (step.kind === 'expect') this.#used.add(moment)
      const captured = capturedBy(step.captures, moment, place.captured)
      if (this.visit(index + 1, { previous: moment, hasPrevious, captured })) return true
      if (step.kind === 'expect') this.#used.delete(moment)
      if (--this.#left <= 0) return true
    }
    return found ? false : this.#pass(index, { ...place, hasPrevious })
  }

  #pass(index: number, place: Place): boolean {
    this.#taken[index] = null
    return this.visit(index + 1, place)
  }

  #note({ captured }: Place): boolean {
    const count = this.#taken.filter((moment) => moment !== null).length
    if (count > this.best.count) {
      this.best = { taken: [...this.#taken], places: [...this.#places], count, captured }
    }
    return count === this.#view.scenario.steps.filter((step) => step.count > 0).length
  }
}

function capturedBy(
  captures: readonly { name: string; path: string }[],
  moment: Moment,
  captured: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  if (captures.length === 0) return captured
  const more = new Map(captured)
  for (const { name, path } of captures) {
    const [value] = moment.values.get(path) ?? []
    if (value) more.set(name, value)
  }
  return more
}
