import { judgeText } from '../events/judge.ts'
import { samples } from '../events/samples.ts'
import { accountEvents, type AccountTrigger, type Trigger } from '../events/trigger.ts'
import { parseJson } from '../json/parse.ts'
import type { SearchSubject } from '../search/subject.ts'
import { parseScenario } from './parse.ts'
import type { Scenario } from './scenario.ts'

/** When the first request of a test comes. */
export const start = Date.parse('2026-11-24T10:00:00Z')

/** A request with the sample of a trigger, edited, so many milliseconds after the start. */
export function send(
  trigger: Trigger,
  { at = 0, edit = (body) => body }: { at?: number; edit?: (body: string) => string } = {},
): Omit<SearchSubject, 'seq'> {
  const text = edit(samples[trigger])
  const isAccount = (name: string): name is AccountTrigger => name in accountEvents
  const header = isAccount(trigger) ? accountEvents[trigger] : undefined
  const { events, verdict } = judgeText(text, 'application/json', (name) =>
    name === 'x-webhook-event' ? header : undefined,
  )
  return {
    receivedAt: start + at,
    method: 'POST',
    path: '/bin/orders',
    query: [],
    rawHeaders: [],
    size: text.length,
    flags: [],
    ip: '127.0.0.1',
    pinned: false,
    notes: '',
    status: 200,
    verdict,
    events,
    issues: [],
    signature: 'unchecked',
    text,
    roots: [{ doc: parseJson(text), node: 0 }],
  }
}

/** Requests in order of arrival, numbered from 1. */
export function numbered(...requests: Omit<SearchSubject, 'seq'>[]): SearchSubject[] {
  return requests.map((request, place) => ({ ...request, seq: place + 1 }))
}

/** A scenario that can be read. */
export function scenarioOf(text: string): Scenario {
  const { scenario, errors } = parseScenario(text)
  if (scenario) return scenario
  throw new Error(JSON.stringify(errors))
}
