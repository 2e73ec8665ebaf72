import { judgeRun } from '../../shared/scenario/evaluate.ts'
import { parseScenario } from '../../shared/scenario/parse.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { Timeline } from '../../shared/scenario/timeline.ts'
import { send } from '../../shared/scenario/testing.ts'
import type { SearchSubject } from '../../shared/search/subject.ts'
import type { Context } from '../context.ts'
import { digits, type Chapter } from '../report/report.ts'
import { median } from '../statistics.ts'

/** Opt-ins, tags and sales of so many contacts; each scenario asks for a tag of its own. */
export async function benchScenarios({ quick }: Context): Promise<Chapter> {
  const count = { scenarios: 1000, requests: 10_000 }
  const scenarios = Array.from({ length: count.scenarios }, (_, index) => scenarioOf(index))
  const rounds = Array.from({ length: quick ? 2 : 7 }, () => round(scenarios, count.requests))
  const reading = median(rounds.map((each) => each.reading))
  const judging = median(rounds.map((each) => each.judging))
  return {
    title: 'Scenarios',
    about: `${count.scenarios} scenarios of four steps over a bin of ${count.requests} requests.`,
    tables: [
      {
        head: ['', 'ms'],
        rows: [
          ['reading each document once', digits(reading)],
          ['judging every scenario', digits(judging)],
          ['together', digits(reading + judging)],
        ],
      },
    ],
    figures: [],
  }
}

function round(scenarios: readonly Scenario[], requests: number) {
  const subjects = subjectsOf(requests)
  const began = performance.now()
  const timeline = new Timeline(scenarios)
  for (const subject of subjects) timeline.add(subject)
  const read = performance.now()
  const run = { startedAt: null, after: 0, upTo: null, now: read, isOver: true }
  const passed = scenarios.filter((each) => judgeRun(each, timeline, run).state === 'passed')
  if (passed.length === 0 || passed.length === scenarios.length) {
    throw new Error(`${passed.length} scenarios have passed.`)
  }
  return { reading: read - began, judging: performance.now() - read }
}

function scenarioOf(index: number): Scenario {
  const { scenario } = parseScenario(`
name: Flow ${index}
order: written
sameContact: true
steps:
  - expect: funnel-step-form-subscribed
  - expect: tag-added
    where: { data.tag.name: tag-${index} }
  - exactly: 1
    of: new-sale
  - never: tag-removed
`)
  if (scenario) return scenario
  throw new Error('The scenario cannot be read.')
}

function subjectsOf(count: number): SearchSubject[] {
  const triggers = ['funnel-step-form-subscribed', 'tag-added', 'new-sale'] as const
  return Array.from({ length: count }, (_, index) => {
    const trigger = triggers[index % triggers.length] ?? 'tag-added'
    const contact = Math.floor(index / triggers.length)
    const edit = (body: string) =>
      body
        .replace(/("contact": \{ "id": )\d+/, `$1${contact}`)
        .replace(/"contact_id": \d+/, `"contact_id": ${contact}`)
        .replace('TagKerenSaya', `tag-${contact * 2}`)
    return { ...send(trigger, { at: index, edit }), seq: index + 1 }
  })
}
