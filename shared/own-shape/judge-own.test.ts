import { describe, expect, it } from 'vitest'
import { judgeText } from '../events/judge.ts'
import { unwrap } from '../events/unwrap.ts'
import { parseJson } from '../json/parse.ts'
import { schemaFrom } from './generate.ts'
import { judgeOwn } from './judge-own.ts'
import { mayBeOwn } from './may-be-own.ts'
import { readSchema } from './read-schema.ts'

const pushed = '{"ref": "refs/heads/main", "commits": [{"id": "a1", "url": "https://x.yz/a1"}]}'

/** Judges a text by a shape that was made of another. */
function judge(text: string, captured = pushed) {
  const header = () => undefined
  const judgement = judgeText(text, 'application/json', header)
  expect(mayBeOwn(judgement, 'application/json')).toBe(true)
  const layer = { doc: parseJson(text), node: 0, place: (offset: number) => offset, header }
  const [candidate] = unwrap(layer).candidates
  if (!candidate) throw new RangeError('Nothing to judge')
  const schema = schemaFrom(parseJson(captured), 0, 'Push')
  const shape = { id: 's1', name: 'Push', match: '', schema }
  return judgeOwn(judgement, candidate.layer, { shape, schema: readSchema(schema) })
}

describe('a judgement by an own shape', () => {
  it('gives the event the name of the shape', () => {
    const event = {
      family: 'own',
      type: 's1',
      trigger: null,
      label: { en: 'Push', id: 'Push', fr: 'Push' },
      occurredAt: null,
      contact: {},
    }
    expect(judge(pushed)).toMatchObject({ verdict: 'valid', event, events: [event], issueCount: 0 })
  })

  it('is invalid with an error, drifted with a warning, valid with infos', () => {
    expect(judge(pushed.replace('"a1"', '1'))).toMatchObject({
      verdict: 'invalid',
      issues: [{ code: 'wrong-type', path: '/commits/0/id' }],
    })
    expect(judge(pushed.replace('https:', ''))).toMatchObject({
      verdict: 'drifted',
      issues: [{ code: 'bad-format', severity: 'warning' }],
    })
    expect(judge(pushed.replace('{', '{"new": 1,'))).toMatchObject({
      verdict: 'valid',
      issueCount: 1,
      issues: [{ code: 'extra', path: '/new', range: { start: 1, end: 6 } }],
    })
  })

  it('keeps what was found in the text', () => {
    expect(judge(pushed.replace('{', '{"ref": 1,'))).toMatchObject({
      verdict: 'invalid',
      issues: [{ code: 'duplicate-key' }],
    })
  })

  it('takes over an event that no document describes, with its type, time and contact', () => {
    const text =
      '{"type": "subscription.payment.failed", "data": {"contact": {"id": 7}}, ' +
      '"account": {"email": "a@b.cd"}, "created_at": "2026-09-27T19:57:41+00:00"}'
    expect(judgeText(text, 'application/json', () => undefined).verdict).toBe('undocumented')
    expect(judge(text, text)).toMatchObject({
      verdict: 'valid',
      issues: [],
      event: {
        family: 'automation',
        type: 'subscription.payment.failed',
        trigger: null,
        label: { en: 'Push' },
        occurredAt: '2026-09-27T19:57:41.000Z',
        contact: { id: 7 },
      },
    })
  })

  it('is not asked for where a document describes the event, or nothing can be read', () => {
    const judged = (text: string) => judgeText(text, 'application/json', () => undefined)
    expect(mayBeOwn(judged('{"type": "contact.tag.added", "data": {}}'), null)).toBe(false)
    expect(mayBeOwn(judged('{"a": '), null)).toBe(false)
  })
})
