import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseFrame } from '../../shared/live.ts'
import { judgeRun } from '../../shared/scenario/evaluate.ts'
import { parseScenario } from '../../shared/scenario/parse.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { Timeline } from '../../shared/scenario/timeline.ts'
import { send } from '../../shared/scenario/testing.ts'
import type { SearchSubject } from '../../shared/search/subject.ts'
import { startBinspect } from '../contestants.ts'
import type { Context } from '../context.ts'
import { Connection } from '../load/connection.ts'
import { openLive } from '../load/live-connection.ts'
import { postRequest } from '../load/request.ts'
import { atMost, digits, type Chapter } from '../report/report.ts'
import { median } from '../statistics.ts'

const count = { scenarios: 1000, requests: 10_000 }

/** Opt-ins, tags and sales of so many contacts; each scenario asks for a tag of its own. */
export async function benchScenarios({ folder, quick }: Context): Promise<Chapter> {
  const scenarios = Array.from({ length: count.scenarios }, (_, index) => scenarioOf(index))
  const rounds = Array.from({ length: quick ? 2 : 7 }, () => round(scenarios, count.requests))
  const reading = median(rounds.map((each) => each.reading))
  const judging = median(rounds.map((each) => each.judging))
  const live = await reactions(folder, quick ? 10 : 100)
  return {
    title: 'Scenarios',
    about:
      `${count.scenarios} scenarios of four steps over a bin of ${count.requests} requests. Live, one ` +
      'scenario is armed before all of them came, and told of anew with each that still comes.',
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
    figures: [
      atMost('1,000 scenarios over 10,000 requests', 1000, reading + judging, 'ms'),
      atMost('a live scenario, from sending a request, p50', 50, median(live), 'ms'),
    ],
  }
}

/** What each request changes: the sale that is the closest to a tag that never comes. */
const waiting = 'name: Live\nsteps: [{expect: tag-added}, {exactly: 1000, of: new-sale}]'

/** Milliseconds from sending a request to what it did to the one scenario that is armed. */
async function reactions(folder: string, number: number): Promise<number[]> {
  const { server, api } = await startBinspect(join(folder, 'live'))
  const { bin, ownerKey } = await api('createBin', { body: {} })
  const request = postRequest(new URL(bin.captureUrl).pathname, 'sale')
  const params = { id: bin.id }
  await api('createScenario', { params, key: ownerKey, body: { text: waiting, arm: true } })
  const senders = await Promise.all(Array.from({ length: 50 }, () => Connection.open(server.port)))
  const ask = async (sender: Connection) => {
    for (let left = count.requests / senders.length; left > 0; left -= 1) await sender.ask(request)
  }
  await Promise.all(senders.map(ask))

  const heard = { upTo: 0, tell: () => {} }
  await openLive({ port: server.port, bin: bin.id, after: count.requests }, (bytes) => {
    const frame = parseFrame(bytes.toString())
    if (frame?.type !== 'scenario') return
    heard.upTo = frame.result.upTo
    heard.tell()
  })
  const toldOf = async (seq: number): Promise<void> => {
    if (heard.upTo >= seq) return
    await new Promise<void>((resolve) => {
      heard.tell = resolve
    })
    await toldOf(seq)
  }
  const sender = await Connection.open(server.port)
  const times: number[] = []
  for (let seq = count.requests + 1; seq <= count.requests + number; seq += 1) {
    // Not before the last one has been told.
    await toldOf(seq - 1)
    await pause(50)
    const began = performance.now()
    await sender.ask(request)
    await toldOf(seq)
    times.push(performance.now() - began)
  }
  await server.stop()
  return times
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
