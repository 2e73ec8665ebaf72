import { holds } from './condition.ts'
import type { Run } from './result.ts'
import type { Scenario, ScenarioStep, Value } from './scenario.ts'
import type { Moment } from './moment.ts'
import type { Timeline } from './timeline.ts'

/** What a run is judged by. */
export type RunView = {
  scenario: Scenario
  timeline: Timeline
  run: Run
  startedAt: number
  /** When the run ends by its own time; `null`: never. */
  endsAt: number | null
  isOver: boolean
}

/** The requests of one contact (or of all), for each step those that fit but for time and place. */
export type Lane = { contact: string | null; fits: readonly (readonly Moment[])[] }

export function viewRun(scenario: Scenario, timeline: Timeline, run: Run): RunView {
  const startedAt = run.startedAt ?? timeline.first?.receivedAt ?? run.now
  const endsAt = scenario.timeout === null ? null : startedAt + scenario.timeout
  const isOver = run.isOver || (endsAt !== null && run.now > endsAt)
  return { scenario, timeline, run, startedAt, endsAt, isOver }
}

/** Whether a request belongs to the run. */
export function isInRun({ run, endsAt }: RunView, { seq, receivedAt }: Moment): boolean {
  if (seq <= run.after || (run.upTo !== null && seq > run.upTo)) return false
  return endsAt === null || receivedAt <= endsAt
}

const nothingCaptured = new Map<string, never>()

/** Contacts of which none can pass that are looked at to see who came furthest: the latest. */
const mostOthers = 200

/** The lanes of a run, those first that have something for most steps; at least one. */
export function lanesOf(view: RunView): Lane[] {
  const { steps } = view.scenario
  const fits = steps.map((step) => fitting(view, step, candidatesOf(view, step)))
  if (!steps.some(({ sameContact }) => sameContact)) return [{ contact: null, fits }]
  const contacts = contactsOf(view, fits)
  if (contacts.size === 0) return [{ contact: null, fits }]
  return [...contacts]
    .map((contact) => ({
      contact,
      fits: steps.map((step, index) => {
        if (!step.sameContact) return fits[index] ?? []
        return fitting(view, step, view.timeline.found(step.selector).ofContact(contact))
      }),
    }))
    .sort((a, b) => boundOf(b, steps) - boundOf(a, steps))
}

/** The requests that a step is about; where it asks for a value, those that have it. */
function candidatesOf({ timeline }: RunView, { selector, conditions }: ScenarioStep) {
  const found = timeline.found(selector)
  for (const condition of conditions) {
    if (condition.type === 'equals') return found.having(condition.path, condition.value)
  }
  return found.all
}

/** Of a lane's requests for a step those that have a value at a path. */
export function fitsHaving(
  view: RunView,
  { contact }: Lane,
  index: number,
  at: { path: string; value: Value },
): readonly Moment[] {
  const { scenario, timeline } = view
  const step = scenario.steps[index]
  if (!step) return []
  const fits = fitting(view, step, timeline.found(step.selector).having(at.path, at.value))
  if (!step.sameContact || contact === null) return fits
  return fits.filter((moment) => timeline.contactOf(moment) === contact)
}

/** Everybody who may pass, in order of arrival: all who have the rarest request; and the latest others. */
function contactsOf(
  { scenario, timeline }: RunView,
  fits: readonly (readonly Moment[])[],
): Set<string> {
  const asked = fits.filter((_, index) => {
    const step = scenario.steps[index]
    return step?.sameContact && step.count > 0
  })
  const [rarest = []] = asked.toSorted((a, b) => a.length - b.length)
  const latest = asked.flatMap((moments) => moments.slice(-mostOthers))
  const others = latest.toSorted((a, b) => b.seq - a.seq).slice(0, mostOthers)
  const contacts = [...rarest, ...others].map((moment) => timeline.contactOf(moment))
  return new Set(contacts.filter((contact) => contact !== null))
}

/** How many steps a lane can pass at most. */
export function boundOf({ fits }: Lane, steps: readonly ScenarioStep[]): number {
  return steps.filter(({ count }, index) => count > 0 && (fits[index]?.length ?? 0) > 0).length
}

function fitting(
  view: RunView,
  step: ScenarioStep,
  candidates: readonly Moment[],
): readonly Moment[] {
  const conditions = step.conditions.filter(({ type }) => type !== 'captured')
  const { run, endsAt } = view
  const isWhole = endsAt === null && run.upTo === null && (candidates[0]?.seq ?? 0) > run.after
  if (conditions.length === 0 && isWhole) return candidates
  return candidates.filter(
    (moment) =>
      isInRun(view, moment) &&
      conditions.every((each) => holds(each, moment.values.get(each.path) ?? [], nothingCaptured)),
  )
}
