import { array, assert, boolean, constantFrom, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import { assign } from './assign.ts'
import { type Lane, lanesOf, type RunView, viewRun } from './lane.ts'
import { isInPlace, type Place } from './place.ts'
import type { Value } from './scenario.ts'
import { numbered, scenarioOf, send, start } from './testing.ts'
import type { Moment } from './moment.ts'
import { Timeline } from './timeline.ts'

const trigger = constantFrom('tag-added', 'tag-removed', 'page-visited')
const request = record({ trigger, contact: constantFrom(1, 2), gap: constantFrom(0, 400, 1500) })
const step = record({
  kind: constantFrom('expect', 'exactly'),
  trigger,
  within: constantFrom('', ', within: {time: 1s, from: previous}', ', within: 2s'),
  where: constantFrom('', ', where: {data.contact.id: 1}', ', where: {data.contact.id: 2}'),
  // What may be captured, and asked for, is the contact.
  captures: boolean(),
  asks: boolean(),
})
type Step = Parameters<Parameters<typeof step.map>[0]>[0]

const written = (order: string, steps: readonly Step[]) =>
  `name: n\norder: ${order}\nsteps:\n${steps.map((each, at) => stepText(each, at, steps)).join('\n')}`

function stepText({ kind, ...step }: Step, at: number, steps: readonly Step[]): string {
  const asked = kind === 'expect' ? `expect: ${step.trigger}` : `exactly: 1, of: ${step.trigger}`
  const isCaptured = steps.slice(0, at).some(({ captures }) => captures)
  const where = step.asks && isCaptured ? ', where: {data.contact.id: {captured: c}}' : step.where
  const capture = step.captures ? ', capture: {c: data.contact.id}' : ''
  return `  - {${asked}${where}${step.within}${capture}}`
}

/** Whether every step can have a request, by trying everything. */
function canAll(
  view: RunView,
  lane: Lane,
  index = 0,
  place = nowhere,
  used: Moment[] = [],
): boolean {
  const step = view.scenario.steps[index]
  if (!step) return true
  return (lane.fits[index] ?? []).some((moment) => {
    const isFree = step.kind !== 'expect' || !used.includes(moment)
    if (!isFree || !isInPlace(view, step, moment, place)) return false
    const captured = new Map(place.captured)
    for (const { name, path } of step.captures) {
      const [value] = moment.values.get(path) ?? []
      if (value) captured.set(name, value)
    }
    const next = { previous: moment, hasPrevious: true, captured }
    return canAll(view, lane, index + 1, next, step.kind === 'expect' ? [...used, moment] : used)
  })
}
const nowhere: Place = { previous: null, hasPrevious: false, captured: new Map<string, Value>() }

it('finds a request for every step wherever there is a way', () => {
  const steps = array(step, { minLength: 1, maxLength: 5 })
  const requests = array(request, { maxLength: 8 })
  const found = { all: 0, some: 0 }
  assert(
    property(constantFrom('any', 'written'), steps, requests, (order, steps, requests) => {
      const scenario = scenarioOf(written(order, steps))
      const timeline = new Timeline([scenario])
      let at = 0
      const sent = requests.map(({ trigger, contact, gap }) => {
        const edit = (body: string) => body.replace(/("contact": \{ "id": )\d+/, `$1${contact}`)
        return send(trigger, { at: (at += gap), edit })
      })
      for (const subject of numbered(...sent)) timeline.add(subject)
      const run = { startedAt: start, after: 0, upTo: null, now: start + 60_000, isOver: true }
      const view = viewRun(scenario, timeline, run)
      for (const lane of lanesOf(view)) {
        const isWhole = assign(view, lane).count === steps.length
        found[isWhole ? 'all' : 'some'] += 1
        expect(isWhole).toBe(canAll(view, lane))
      }
    }),
    { numRuns: 1000 },
  )
  // Both happen often enough to mean something.
  expect(Math.min(found.all, found.some)).toBeGreaterThan(50)
})
