import type { Assignment } from './assign.ts'
import type { Lane, RunView } from './lane.ts'
import { baseOf, isCounted, type Place } from './place.ts'
import type { ScenarioState } from './result.ts'
import type { Moment } from './moment.ts'

/** The state of a step, and what it is founded on. */
export type StepJudgement = {
  state: ScenarioState
  /** The requests that count for it. */
  moments: readonly Moment[]
  /** Milliseconds since 1970. */
  deadline: number | null
}

/** What became of each step in a lane. */
export function judgeSteps(view: RunView, lane: Lane, assignment: Assignment): StepJudgement[] {
  const { steps } = view.scenario
  const asked = steps.flatMap(({ count }, index) => (count > 0 ? [index] : []))
  const isComplete = asked.length > 0 && asked.every((index) => assignment.taken[index])
  return steps.map((step, index) => {
    const place = placeOf(assignment, index)
    const deadline = deadlineOf(view, step.within && baseOf(view, step.within, place), index)
    const isClosed = view.isOver || isPast(view, deadline, index)
    const unmet = isClosed ? 'failed' : 'waiting'
    const taken = assignment.taken[index]
    if (step.kind === 'expect') {
      return { state: taken ? 'passed' : unmet, moments: taken ? [taken] : [], deadline }
    }
    const whole = { ...place, captured: assignment.captured }
    const fits = lane.fits[index] ?? []
    const moments = fits.filter((moment) => isCounted(view, step, moment, whole))
    if (moments.length > step.count) return { state: 'failed', moments, deadline }
    // As many as there have to be may still all have come before their turn.
    const isMet = moments.length === step.count && (step.count === 0 || taken)
    if (!isMet) return { state: unmet, moments, deadline }
    // Without a time of its own it holds as long as nothing more comes; where nothing is asked to
    // come, only the end of the run tells.
    const isHeld = isClosed || (step.within === null && isComplete)
    return { state: isHeld ? 'passed' : 'waiting', moments, deadline }
  })
}

const nowhere: Place = { previous: null, hasPrevious: false, captured: new Map() }

export function placeOf({ places }: Assignment, index: number): Place {
  return places[index] ?? nowhere
}

function deadlineOf(
  { scenario, endsAt }: RunView,
  base: number | null,
  index: number,
): number | null {
  const within = scenario.steps[index]?.within
  const own = within && base !== null ? base + within.time : null
  if (own === null || endsAt === null) return own ?? endsAt
  return Math.min(own, endsAt)
}

/** The clock decides only over arrivals: an event of the right time may still be on its way. */
function isPast({ scenario, run }: RunView, deadline: number | null, index: number): boolean {
  const by = scenario.steps[index]?.within?.by ?? 'arrival'
  return by === 'arrival' && deadline !== null && run.now > deadline
}
