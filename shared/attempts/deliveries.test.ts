import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { judgeText } from '../events/judge.ts'
import { samples } from '../events/samples.ts'
import { accountEvents, type AccountTrigger, type Trigger } from '../events/trigger.ts'
import { parseJson } from '../json/parse.ts'
import { findDoubleFires } from './alarms.ts'
import type { Arrival } from './arrival.ts'
import { groupDeliveries } from './deliveries.ts'
import { itemOf } from './item.ts'

const start = Date.parse('2026-09-27T19:57:42Z')
const createdAt = /"created_at":\s*"2[^"]*"(?=\s*\}\s*$)/

type Sent = { at?: number; messageId?: string; occurredAt?: string }

/** A request with the sample of a trigger, edited. */
function send(trigger: Trigger, edit = (body: string) => body, sent: Sent = {}): Arrival {
  const { at = 0, messageId = null, occurredAt } = sent
  const isAccount = (name: string): name is AccountTrigger => name in accountEvents
  const headers = new Map([
    ['x-webhook-event', isAccount(trigger) ? accountEvents[trigger] : undefined],
    ['x-webhook-event-timestamp', occurredAt],
  ])
  const edited = edit(samples[trigger])
  const body = occurredAt ? edited.replace(createdAt, `"created_at":"${occurredAt}"`) : edited
  const { event } = judgeText(body, 'application/json', (name) => headers.get(name))
  const time = occurredAt && { occurredAt: new Date(occurredAt).toISOString() }
  expect(event).toMatchObject({ trigger, ...time })
  return {
    seq: 0,
    receivedAt: start + at,
    method: 'POST',
    size: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
    messageId,
    event,
    item: itemOf(parseJson(body), 0, trigger),
  }
}

function numbered(arrivals: Arrival[]): Arrival[] {
  return arrivals.map((arrival, place) => ({ ...arrival, seq: place + 1 }))
}

function grouped(...arrivals: Arrival[]) {
  return groupDeliveries(numbered(arrivals)).map(({ kind, arrivals }) => [
    kind,
    ...arrivals.map(({ seq }) => seq),
  ])
}

function alarms(...arrivals: Arrival[]) {
  return findDoubleFires(groupDeliveries(numbered(arrivals)))
}

const otherItem = (body: string) => body.replace(/("order_item":\s*\{\s*"id":\s*)\d+/, '$19876543')
const otherContact = (body: string) => body.replace(/("contact":\s*\{\s*"id":\s*)\d+/, '$19876543')

describe('deliveries', () => {
  it('know the item of every documented sample', () => {
    for (const [trigger, body] of Object.entries(samples)) {
      // The keys of the samples are the triggers.
      expect(itemOf(parseJson(body), 0, trigger as Trigger), trigger).toMatch(/^\d+$/)
    }
    expect(itemOf(parseJson('{"data": {"tag": {"id": {}}}}'), 0, 'tag-added')).toBeNull()
    expect(itemOf(parseJson('{"data": []}'), 0, 'tag-added')).toBeNull()
  })

  it('hold the attempts of one message, whatever their bodies', () => {
    const first = send('account-sale-new', undefined, { messageId: 'm1' })
    const again = send('account-sale-new', (body) => `${body} `, { at: 4000, messageId: 'm1' })
    const other = send('account-sale-new', undefined, { at: 5000, messageId: 'm2' })
    expect(grouped(first, other, again)).toEqual([
      ['message-id', 1, 3],
      ['message-id', 2],
    ])
  })

  it('hold the same event of an automation rule, days apart and spelled otherwise', () => {
    const again = send('tag-added', (body) => body.replaceAll('\n', ''), { at: 5 * 86_400_000 })
    expect(grouped(send('tag-added'), again)).toEqual([['event', 1, 2]])
  })

  it('take an order bump for another delivery: the same order, another order item', () => {
    expect(grouped(send('new-sale'), send('new-sale', otherItem))).toEqual([
      ['event', 1],
      ['event', 2],
    ])
  })

  it('take a renewal for another delivery: the same order, a later event', () => {
    const renewal = send('new-sale', undefined, { occurredAt: '2026-10-27T19:57:41+00:00' })
    expect(grouped(send('new-sale'), renewal)).toHaveLength(2)
  })

  it('keep apart what happens to two contacts in one second', () => {
    expect(grouped(send('tag-added'), send('tag-added', otherContact))).toHaveLength(2)
  })

  it('hold identical bodies of anything else, within an hour of each other', () => {
    const note = (at: number): Arrival => ({ ...send('tag-added'), event: null, receivedAt: at })
    const hour = 3_600_000
    expect(grouped(note(0), note(hour), note(2 * hour), note(4 * hour))).toEqual([
      ['body', 1, 2, 3],
      ['body', 4],
    ])
    expect(grouped(note(0), { ...note(0), method: 'PUT' })).toHaveLength(2)
    expect(grouped({ ...note(0), size: 0 }, { ...note(1), size: 0 })).toHaveLength(2)
  })

  it('have keys that are unique', () => {
    const note = { ...send('tag-added'), event: null }
    const late = { ...note, receivedAt: note.receivedAt + 1e9 }
    const keys = groupDeliveries(numbered([note, late, send('tag-added')])).map(({ key }) => key)
    expect(new Set(keys).size).toBe(3)
  })
})

describe('the double-fire alarm', () => {
  const later = { occurredAt: '2026-09-27T19:57:44+00:00', at: 3000 }
  const first = { occurredAt: '2026-09-27T19:57:41+00:00' }

  it('is raised where a rule fires twice for one contact within seconds', () => {
    const [one, two] = [send('tag-added', undefined, first), send('tag-added', undefined, later)]
    expect(alarms(one, two)).toEqual([
      {
        code: 'double-fire',
        trigger: 'tag-added',
        type: 'contact.tag.added',
        contact: one.event?.contact,
        seqs: [1, 2],
        withinMs: 3000,
      },
    ])
  })

  it('is raised for account webhooks with two messages', () => {
    const one = send('account-contact-tag-added', undefined, { messageId: 'm1' })
    const two = send('account-contact-tag-added', undefined, { messageId: 'm2', at: 500 })
    expect(alarms(one, two)).toMatchObject([{ seqs: [1, 2], withinMs: 500 }])
  })

  it('counts the attempts of one delivery once', () => {
    const one = send('tag-added', undefined, first)
    expect(alarms(one, one, one)).toEqual([])
    expect(alarms(one, one, send('tag-added', undefined, later))).toMatchObject([{ seqs: [1, 3] }])
  })

  it('is silent for an order bump and a renewal', () => {
    const sale = send('new-sale', undefined, first)
    const bump = send('new-sale', otherItem, later)
    const renewal = send('new-sale', undefined, { occurredAt: '2026-10-27T19:57:41+00:00' })
    expect(alarms(sale, bump, renewal)).toEqual([])
  })

  it('is silent where no document says what the event is about', () => {
    const failed = (seconds: number) => {
      const sent = send('tag-added', undefined, {
        occurredAt: `2026-09-27T19:57:4${seconds}+00:00`,
      })
      const event = sent.event && { ...sent.event, type: 'subscription.payment.failed' }
      return { ...sent, event: event && { ...event, trigger: null }, item: null }
    }
    expect(alarms(failed(1), failed(2))).toEqual([])
  })

  it('is silent for two contacts, and for one contact a minute later', () => {
    const one = send('tag-added', undefined, first)
    const late = send('tag-added', undefined, { occurredAt: '2026-09-27T19:58:42+00:00' })
    expect(alarms(one, send('tag-added', otherContact, later))).toEqual([])
    expect(alarms(one, late)).toEqual([])
  })

  it('is silent where a tag is removed in between', () => {
    const tag = (body: string) => body.replace(/("tag":\s*\{\s*"id":\s*)\d+/, '$17')
    const one = send('tag-added', tag, first)
    const contact = JSON.stringify(one.event?.contact.id)
    const sameContact = (body: string) =>
      tag(body).replace(/("contact":\s*\{\s*"id":\s*)\d+/, `$1${contact}`)
    const between = { occurredAt: '2026-09-27T19:57:42+00:00' }
    const removed = send('tag-removed', sameContact, between)
    expect(alarms(one, removed, send('tag-added', tag, later))).toEqual([])
    expect(alarms(one, send('tag-added', tag, later))).toHaveLength(1)
  })
})
