import type { SearchSubject } from '../search/subject.ts'
import { assign, type Assignment } from './assign.ts'
import { closestMiss } from './closest.ts'
import { judgeSteps, type StepJudgement } from './judge-step.ts'
import { boundOf, type Lane, lanesOf, type RunView, viewRun } from './lane.ts'
import type { Run, ScenarioResult, ScenarioState } from './result.ts'
import type { Scenario } from './scenario.ts'
import { Timeline } from './timeline.ts'
import { printValue } from './values.ts'

/**
 * Judges a scenario over requests that are there, in order of `seq`. For many scenarios, or for
 * requests that still come, keep a `Timeline` and use `judgeRun`.
 * @param run where the run begins and ends; left out: all requests, and nothing can come any more
 */
export function evaluate(
  scenario: Scenario,
  requests: Iterable<SearchSubject>,
  run: Partial<Run> & { now: number },
): ScenarioResult {
  const timeline = new Timeline([scenario])
  for (const request of requests) timeline.add(request)
  return judgeRun(scenario, timeline, {
    startedAt: null,
    after: 0,
    upTo: null,
    isOver: true,
    ...run,
  })
}

type Outcome = { lane: Lane; assignment: Assignment; judgements: StepJudgement[] }

/** Judges a scenario over a timeline that was made for it. */
export function judgeRun(scenario: Scenario, timeline: Timeline, run: Run): ScenarioResult {
  const view = viewRun(scenario, timeline, run)
  const { lane, assignment, judgements } = bestOutcome(view)
  const context = { view, lane, assignment }
  const failedStep = judgements.findIndex(({ state }) => state === 'failed')
  return {
    state: stateOf(judgements),
    failedStep: failedStep < 0 ? null : failedStep,
    steps: scenario.steps.map(({ kind, title, count }, index) => {
      const judgement = judgements[index] ?? { state: 'waiting', moments: [], deadline: null }
      const { state, moments, deadline } = judgement
      const seqs = moments.slice(0, mostSeqs).map(({ seq }) => seq)
      const closest = closestMiss(context, index, judgement)
      return { kind, title, state, count, seqs, deadline: timeText(deadline), closestMiss: closest }
    }),
    contact: lane.contact,
    captured: [...assignment.captured].map(([name, value]) => ({ name, value: printValue(value) })),
    upTo: Math.min(timeline.upTo, run.upTo ?? Infinity),
    nextDeadline: timeText(nextDeadline(judgements, run.now)),
  }
}

const mostSeqs = 100

/** Of several contacts, the one whose run passes, or else came furthest. */
function bestOutcome(view: RunView): Outcome {
  const { steps } = view.scenario
  const asked = steps.filter(({ count }) => count > 0).length
  let best: Outcome | undefined
  for (const lane of lanesOf(view)) {
    const bound = boundOf(lane, steps)
    if (best && bound < asked && bound <= best.assignment.count && !mayImprove(view, bound, best)) {
      break
    }
    const assignment = assign(view, lane)
    const outcome = { lane, assignment, judgements: judgeSteps(view, lane, assignment) }
    if (stateOf(outcome.judgements) === 'passed') return outcome
    if (!best || isFurther(outcome, best)) best = outcome
  }
  if (best) return best
  throw new RangeError('A run has at least one lane')
}

/** Whether a contact that comes no further may still pass, where the best so far cannot. */
function mayImprove({ isOver }: RunView, bound: number, { assignment, judgements }: Outcome) {
  return !isOver && bound === assignment.count && stateOf(judgements) === 'failed'
}

/** Of two that came as far, the one that may still pass. */
function isFurther(outcome: Outcome, other: Outcome): boolean {
  const more = outcome.assignment.count - other.assignment.count
  if (more !== 0) return more > 0
  return stateOf(other.judgements) === 'failed' && stateOf(outcome.judgements) !== 'failed'
}

function stateOf(judgements: readonly StepJudgement[]): ScenarioState {
  if (judgements.some(({ state }) => state === 'failed')) return 'failed'
  return judgements.every(({ state }) => state === 'passed') ? 'passed' : 'waiting'
}

function nextDeadline(judgements: readonly StepJudgement[], now: number): number | null {
  const next = judgements
    .filter(({ state, deadline }) => state === 'waiting' && deadline !== null && deadline >= now)
    .map(({ deadline }) => deadline ?? 0)
  return next.length > 0 ? Math.min(...next) : null
}

/** None for what no date can hold: events may claim any time. */
function timeText(time: number | null): string | null {
  return time === null || Math.abs(time) > 8.64e15 ? null : new Date(time).toISOString()
}
