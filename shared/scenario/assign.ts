import { Choices } from './choices.ts'
import type { Lane, RunView } from './lane.ts'
import { matching, type Seeker } from './matching.ts'
import type { Place } from './place.ts'
import type { Capture, Scenario, Value } from './scenario.ts'
import type { Moment } from './moment.ts'

/** Which request each step has, and what it found when it was looked at. */
export type Assignment = {
  taken: readonly (Moment | null)[]
  places: readonly Place[]
  /** How many steps have a request. */
  count: number
  captured: ReadonlyMap<string, Value>
}

/**
 * Gives the steps their requests, so that as many as possible have one; of several the first. A step
 * that decides what later ones may take is tried with one after the other. All others take the first
 * that fits where the order matters, and are matched all at once where it does not.
 */
export function assign(view: RunView, lane: Lane): Assignment {
  const search = new Search(view, lane)
  search.visit(0, { previous: null, hasPrevious: false, captured: new Map() }, 0)
  return search.best
}

class Search {
  best: Assignment = { taken: [], places: [], count: -1, captured: new Map() }
  readonly #scenario: Scenario
  readonly #choices: Choices
  /** How many steps from each on can have a request. */
  readonly #rest: readonly number[]
  readonly #taken: (Moment | null)[] = []
  readonly #places: Place[] = []
  readonly #used = new Set<Moment>()
  readonly #seekers: Seeker[] = []
  readonly #visited = new Set<string>()

  constructor(view: RunView, lane: Lane) {
    this.#scenario = view.scenario
    this.#choices = new Choices(view, lane)
    const { steps } = view.scenario
    const canHave = steps.map(({ count }, index) => count > 0 && !!lane.fits[index]?.length)
    this.#rest = steps.map((_, index) => canHave.slice(index).filter(Boolean).length)
  }

  /**
   * @param count steps before this one that have a request, or a prospect of one
   * @returns whether the search is at its end
   */
  visit(index: number, place: Place, count: number): boolean {
    const step = this.#scenario.steps[index]
    if (!step) return this.#note(place)
    if (count + (this.#rest[index] ?? 0) <= this.best.count) return this.#choices.areOver
    if (this.#wasVisited(index, place, count)) return false
    this.#places[index] = place
    this.#taken[index] = null
    if (step.count === 0) return this.visit(index + 1, place, count)
    const isMatched = this.#scenario.order === 'any' && !this.#choices.decide[index]
    if (step.kind === 'expect' && isMatched) return this.#seek(index, place, count)
    return this.#try(index, place, count)
  }

  #try(index: number, place: Place, count: number): boolean {
    const { kind, captures = [] } = this.#scenario.steps[index] ?? {}
    let isFound = false
    for (const moment of this.#choices.of(index, place)) {
      // Several `exactly` steps may count the same request; an `expect` has one of its own.
      if (kind === 'expect' && this.#used.has(moment)) continue
      isFound = true
      this.#taken[index] = moment
      if (kind === 'expect') this.#used.add(moment)
      const captured = capturedBy(captures, moment, place.captured)
      const next = { previous: moment, hasPrevious: true, captured }
      const isOver = this.visit(index + 1, next, count + 1)
      if (kind === 'expect') this.#used.delete(moment)
      if (isOver) return true
      if (!this.#choices.decide[index]) break
    }
    if (isFound) return this.#choices.areOver
    return this.visit(index + 1, { ...place, hasPrevious: true }, count)
  }

  /** Leaves a step to the end: what it takes matters to nobody but those that seek the same. */
  #seek(index: number, place: Place, count: number): boolean {
    const [first] = this.#choices.of(index, place)
    const candidates = () => this.#choices.of(index, place)
    this.#seekers.push({ index, candidates })
    const isOver = this.visit(index + 1, { ...place, hasPrevious: true }, count + (first ? 1 : 0))
    this.#seekers.pop()
    return isOver
  }

  /** In order nothing else matters to what comes after; in any order it matters who has what. */
  #wasVisited(index: number, { previous, captured }: Place, count: number): boolean {
    if (this.#scenario.order === 'any') return false
    const values = [...captured.values()].map(({ kind, text }) => `${kind} ${text}`)
    const key = JSON.stringify([index, count, previous?.seq ?? 0, values])
    const isKnown = this.#visited.has(key)
    this.#visited.add(key)
    return isKnown
  }

  #note({ captured }: Place): boolean {
    const taken = [...this.#taken]
    for (const [moment, { index }] of matching(this.#seekers, this.#used)) taken[index] = moment
    const count = taken.filter((moment) => moment !== null).length
    if (count > this.best.count) this.best = { taken, places: [...this.#places], count, captured }
    return count === this.#rest[0] || this.#choices.areOver
  }
}

function capturedBy(
  captures: readonly Capture[],
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
