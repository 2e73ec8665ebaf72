import { holds } from './condition.ts'
import type { RunView } from './lane.ts'
import type { ScenarioStep, Value, Within } from './scenario.ts'
import type { Moment } from './moment.ts'

/** What has been decided when a step is looked at. */
export type Place = {
  /** The request of the last step before it that has one. */
  previous: Moment | null
  /** Whether a step before it asks for a request. */
  hasPrevious: boolean
  captured: ReadonlyMap<string, Value>
}

/** Whether a request comes in order, in time, and with what was captured before. */
export function isInPlace(
  view: RunView,
  step: ScenarioStep,
  moment: Moment,
  place: Place,
): boolean {
  return isInOrder(view, step, moment, place) && isCounted(view, step, moment, place)
}

/** Whether a request counts where it is the number that matters, and not the order. */
export function isCounted(
  view: RunView,
  step: ScenarioStep,
  moment: Moment,
  place: Place,
): boolean {
  return isInTime(view, step, moment, place) && holdsCaptured(step, moment, place)
}

/** Several `exactly` steps may count what another step takes; an `expect` takes one of its own. */
export function isInOrder(
  { scenario }: RunView,
  { kind }: ScenarioStep,
  { seq }: Moment,
  { previous }: Place,
): boolean {
  if (scenario.order === 'any' || previous === null) return true
  return kind === 'expect' ? seq > previous.seq : seq >= previous.seq
}

export function isInTime(
  view: RunView,
  { within }: ScenarioStep,
  moment: Moment,
  place: Place,
): boolean {
  if (!within) return true
  const base = baseOf(view, within, place)
  return base !== null && Math.abs(timeOf(moment, within) - base) <= within.time
}

/** Whether a request, and all that arrive after it, come when the time of a step is over. */
export function isTooLate(
  view: RunView,
  { within }: ScenarioStep,
  { receivedAt }: Moment,
  place: Place,
): boolean {
  if (within?.by !== 'arrival') return false
  const base = baseOf(view, within, place)
  return base === null || receivedAt - base > within.time
}

function holdsCaptured(step: ScenarioStep, moment: Moment, { captured }: Place): boolean {
  return step.conditions.every(
    (each) => each.type !== 'captured' || holds(each, moment.values.get(each.path) ?? [], captured),
  )
}

/** When the time of a step begins; `null`: not yet. */
export function baseOf(view: RunView, within: Within, place: Place): number | null {
  if (within.from === 'arming' || !place.hasPrevious) return view.startedAt
  return place.previous && timeOf(place.previous, within)
}

/** The time of a request, as a step counts it. */
export function timeOf(moment: Moment, { by }: Within): number {
  return by === 'created_at' ? (moment.occurredAt ?? moment.receivedAt) : moment.receivedAt
}
