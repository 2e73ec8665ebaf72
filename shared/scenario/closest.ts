import type { Assignment } from './assign.ts'
import { holds, printCondition } from './condition.ts'
import { printDuration } from './duration.ts'
import { isInRun, type Lane, type RunView } from './lane.ts'
import { baseOf, isInOrder, isInTime, timeOf, type Place } from './place.ts'
import { placeOf, type StepJudgement } from './judge-step.ts'
import type { StepDifference, StepMiss } from './result.ts'
import type { ScenarioStep } from './scenario.ts'
import type { Moment } from './moment.ts'
import { printValues } from './values.ts'

/** Requests that are compared, the newest. */
const mostCompared = 300

type Context = { view: RunView; lane: Lane; assignment: Assignment }

/** The request that a step would most likely have taken, and what kept it from that. */
export function closestMiss(
  context: Context,
  index: number,
  judgement: StepJudgement,
): StepMiss | null {
  const { view, assignment } = context
  const step = view.scenario.steps[index]
  if (!step || judgement.state === 'passed') return null
  const { moments } = judgement
  const surplus = moments[step.count]
  if (surplus) return missOf(surplus, [countDifference(step, judgement)])
  const isMet = moments.length === step.count && (step.count === 0 || assignment.taken[index])
  if (isMet) return null
  const found = view.timeline
    .of(step.selector)
    .slice(-mostCompared)
    .filter((moment) => isInRun(view, moment))
    .map((moment) => missOf(moment, differences(context, index, moment)))
    .filter(({ differences }) => differences.length > 0)
  if (found.length > 0) return fewest(found)
  // One that came, where more had to, tells more than one that is something else.
  const last = moments.at(-1)
  return last
    ? missOf(last, [countDifference(step, judgement)])
    : fewest(nearMisses(context, index))
}

function missOf({ seq, event }: Moment, differences: StepDifference[]): StepMiss {
  return { seq, event, differences }
}

/** Of several that are equally close, the newest. */
function fewest(misses: readonly StepMiss[]): StepMiss | null {
  let best: StepMiss | null = null
  for (const miss of misses) {
    if (!best || miss.differences.length <= best.differences.length) best = miss
  }
  return best
}

function countDifference({ count }: ScenarioStep, { moments }: StepJudgement): StepDifference {
  return { field: 'count', expected: String(count), actual: String(moments.length) }
}

/** Requests of other events, where none is of the right one; those last that are called most alike. */
function nearMisses({ view, lane, assignment }: Context, index: number): StepMiss[] {
  const step = view.scenario.steps[index]
  if (!step) return []
  const words = new Set(wordsOf(step.selector.text))
  const likeness = ({ event }: StepMiss) => wordsOf(event).filter((word) => words.has(word)).length
  return view.timeline
    .near(step.selector)
    .filter(({ moment }) => isInRun(view, moment) && !assignment.taken.includes(moment))
    .map(({ moment, differences }) =>
      missOf(moment, [...differences, ...contactDifference(view, lane, step, moment)]),
    )
    .toSorted((a, b) => likeness(a) - likeness(b))
}

/** `tag-added` and `contact.tag.removed` have a word in common. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z\d]+/g) ?? []
}

function differences({ view, lane, assignment }: Context, index: number, moment: Moment) {
  const step = view.scenario.steps[index]
  if (!step) return []
  const place = placeOf(assignment, index)
  return [
    ...conditionDifferences(step, moment, place),
    ...contactDifference(view, lane, step, moment),
    ...takenDifference(assignment, step, moment),
    ...orderDifference(view, step, moment, place),
    ...timeDifference(view, step, moment, place),
  ]
}

function conditionDifferences(step: ScenarioStep, moment: Moment, { captured }: Place) {
  return step.conditions.flatMap((condition): StepDifference[] => {
    const values = moment.values.get(condition.path) ?? []
    if (holds(condition, values, captured)) return []
    const expected = printCondition(condition, captured)
    return [{ field: condition.path, expected, actual: printValues(values) }]
  })
}

function contactDifference(
  { timeline }: RunView,
  { contact }: Lane,
  { sameContact }: ScenarioStep,
  moment: Moment,
): StepDifference[] {
  const actual = timeline.contactOf(moment)
  if (!sameContact || contact === null || actual === contact) return []
  return [{ field: 'contact', expected: contact, actual: actual ?? 'nothing' }]
}

function takenDifference(
  { taken }: Assignment,
  { kind }: ScenarioStep,
  moment: Moment,
): StepDifference[] {
  const taker = kind === 'expect' ? taken.indexOf(moment) : -1
  if (taker < 0) return []
  return [{ field: 'step', expected: 'another request', actual: `taken by step ${taker + 1}` }]
}

function orderDifference(
  view: RunView,
  step: ScenarioStep,
  moment: Moment,
  place: Place,
): StepDifference[] {
  if (isInOrder(view, step, moment, place)) return []
  return [
    { field: 'order', expected: `after #${place.previous?.seq ?? 0}`, actual: `#${moment.seq}` },
  ]
}

function timeDifference(
  view: RunView,
  step: ScenarioStep,
  moment: Moment,
  place: Place,
): StepDifference[] {
  const { within } = step
  if (!within || isInTime(view, step, moment, place)) return []
  const base = baseOf(view, within, place)
  const actual = base === null ? 'nothing' : printDuration(Math.abs(timeOf(moment, within) - base))
  return [{ field: 'within', expected: printDuration(within.time), actual }]
}
