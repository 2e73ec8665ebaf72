import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeText } from '../events/judge.ts'
import { lanesOf, type LaneRequest } from './lanes.ts'

function request(seq: number, contact: { id?: number; email?: string } | null): LaneRequest {
  const label = { en: `e${seq}`, id: '', fr: '' }
  const event = contact && {
    family: 'automation' as const,
    type: 'x',
    trigger: null,
    label,
    occurredAt: null,
    contact,
  }
  return { seq, receivedAt: new Date(seq * 1000).toISOString(), event, verdict: 'valid' }
}

test('each contact has a lane, with the gaps between its events', () => {
  const lanes = lanesOf([
    request(5, { id: 1 }),
    request(3, { id: 2 }),
    request(1, { id: 1, email: 'A@b.c' }),
    request(9, null),
    request(4, {}),
  ])
  expect(
    lanes.map(({ ids, emails, steps }) => [ids, emails, steps.map(({ seq, gap }) => [seq, gap])]),
  ).toEqual([
    [
      ['1'],
      ['A@b.c'],
      [
        [1, null],
        [5, 4000],
      ],
    ],
    [['2'], [], [[3, null]]],
  ])
})

test('a number and an address that once came together mean the same contact', () => {
  const lanes = lanesOf([
    request(1, { email: 'a@b.c' }),
    request(2, { id: 7 }),
    request(3, { id: 7, email: 'A@B.C' }),
    request(4, { id: 7, email: 'new@b.c' }),
    request(5, { email: 'other@b.c' }),
  ])
  expect(lanes.map(({ steps }) => steps.map(({ seq }) => seq))).toEqual([[5], [1, 2, 3, 4]])
  expect(lanes[1]?.emails).toEqual(['a@b.c', 'A@B.C', 'new@b.c'])
})

test('documented events of one contact meet, whatever their shape calls it', () => {
  const read = (name: string) =>
    readFileSync(new URL(`../events/samples/${name}.json`, import.meta.url), 'utf8')
  const contactOf = (body: string, header = '') =>
    judgeText(body, 'application/json', (name) => (name === 'x-webhook-event' ? header : undefined))
      .event
  const sale = contactOf(read('new-sale'))
  const tag = contactOf(
    read('tag-added').replace(/("contact": \{\s*"id": )\d+/, `$1${sale?.contact.id}`),
  )
  const account = contactOf(read('account-contact-opt-in'), 'CONTACT_OPT_IN')
  expect([
    sale?.contact.id,
    tag?.contact.id,
    account?.contact.email ?? account?.contact.id,
  ]).not.toContain(undefined)
  const requests = [sale, tag].map((event, seq) => ({ ...request(seq + 1, null), event }))
  expect(lanesOf(requests)).toHaveLength(1)
})

test('a hundred thousand requests take no time to speak of', () => {
  const many = Array.from({ length: 100_000 }, (_, n) =>
    request(n, { id: n % 5000, email: `${n % 7000}@b.c` }),
  )
  const start = performance.now()
  lanesOf(many)
  expect(performance.now() - start).toBeLessThan(5000)
})
