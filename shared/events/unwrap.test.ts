import { describe, expect, it } from 'vitest'
import { findEvent } from './catalogue.ts'
import { form, json, judge, told } from './testing.ts'

const tag = findEvent('tag-added').sample
const sale = findEvent('new-sale').sample.replaceAll('\\\\u00e9', 'e')
const accountTag = findEvent('account-contact-tag-added').sample

describe('a wrapper', () => {
  const pretty = JSON.stringify(JSON.parse(tag), null, 2)
  const wrong = tag.replace('141002', '"141002"')

  it.each([
    ['an array', `[${tag}]`, json, ['wrapped-array ']],
    ['an n8n item', `{"headers":{},"params":{},"body":${tag}}`, json, ['wrapped-n8n /body']],
    ['the body of an n8n item alone', `{"body":${tag},"query":{}}`, json, ['wrapped-n8n /body']],
    ['an inner n8n item', `{"json":${tag}}`, json, ['wrapped-n8n /json']],
    [
      'an array of n8n items',
      `[{"headers":{},"body":${tag}}]`,
      json,
      ['wrapped-array ', 'wrapped-n8n /body'],
    ],
    ['a JSON string', JSON.stringify(pretty), json, ['double-encoded ']],
    [
      'a JSON string in a JSON string',
      JSON.stringify(JSON.stringify(tag)),
      json,
      ['double-encoded '],
    ],
    ['a form', `payload=${encodeURIComponent(tag)}`, form, ['form-encoded ']],
    ['a form beside other fields', `a=1&data=${encodeURIComponent(tag)}`, form, ['form-encoded ']],
    ['an undeclared form', `payload=${encodeURIComponent(tag)}`, null, ['form-encoded ']],
  ])('of %s is taken off', (_, body, contentType, wrappers) => {
    const found = told(judge(body, { contentType }))
    expect(found).toEqual(['drifted tag-added', ...wrappers.map((issue) => `warning ${issue}`)])
  })

  it.each([
    ['an array', `[${wrong}]`, json, '"141002"'],
    ['an n8n item', `{"headers":{},"body":${wrong}}`, json, '"141002"'],
    ['a JSON string', JSON.stringify(wrong), json, '\\"141002\\"'],
    ['two JSON strings', JSON.stringify(JSON.stringify(wrong)), json, '\\\\\\"141002\\\\\\"'],
    ['a form', `payload=${encodeURIComponent(wrong)}`, form, '%22141002%22'],
    ['a form with plus signs', `payload=${wrong.replaceAll(' ', '+')}`, form, '"141002"'],
  ])('of %s leaves findings at their place in the body', (_, body, contentType, quoted) => {
    const { text, issues } = judge(body, { contentType })
    const issue = issues.find(({ code }) => code === 'wrong-type')
    expect(issue?.path).toBe('/data/tag/id')
    expect(text?.slice(issue?.range?.start, issue?.range?.end)).toBe(quoted)
  })

  it('that kept the headers gives the event its name', () => {
    const headers = { 'X-Webhook-Event': 'CONTACT_TAG_ADDED', 'content-type': json }
    const body = JSON.stringify({ headers, body: JSON.parse(accountTag) })
    expect(told(judge(body))).toEqual([
      'drifted account-contact-tag-added',
      'warning wrapped-n8n /body',
    ])
  })

  it('of several events is judged event by event: the first is shown, the worst counts', () => {
    const judgement = judge(`[${tag}, ${wrong}]`)
    expect(told(judgement)).toEqual([
      'invalid tag-added',
      'warning wrapped-array ',
      'error wrong-type /data/tag/id',
    ])
    expect(judgement.events).toHaveLength(2)
    expect(judgement.issues[1]?.event).toBe(1)
    expect(told(judge(`[${sale}, ${tag}]`))[0]).toBe('drifted new-sale')
  })

  it('with something beside the events is unrecognized, and says what that is', () => {
    const judgement = judge(`[{"a":1}, ${wrong}, 7]`)
    expect(told(judgement)).toEqual([
      'unrecognized tag-added',
      'warning wrapped-array ',
      'info unknown-type ',
      'error wrong-type /data/tag/id',
      'info unknown-type ',
    ])
    const { text, events, issues } = judgement
    const stray = issues.filter(({ code }) => code === 'unknown-type')
    expect(stray.map(({ range }) => text?.slice(range?.start, range?.end))).toEqual([
      '{"a":1}',
      '7',
    ])
    // Numbered as in `events`, where there is only one.
    expect(issues.map(({ event }) => event)).toEqual([undefined, undefined, 0, undefined])
    expect(events).toHaveLength(1)
  })

  it.each([
    ['an array', `[${tag}]`, '['],
    ['an n8n item', `{"headers":{},"body":${tag}}`, '"body"'],
    ['an inner n8n item', `{"json":${tag}}`, '"json"'],
    ['a JSON string', ` ${JSON.stringify(tag)}`, JSON.stringify(tag)],
    ['a string in an array', `[${JSON.stringify(`[${tag}]`)}]`, '['],
  ])('of %s is told where it stands', (_, body, expected) => {
    const { text, issues } = judge(body)
    expect(text?.slice(issues[0]?.range?.start, issues[0]?.range?.end)).toBe(expected)
  })

  it('of a string around a broken text is told with the fault', () => {
    const judgement = judge(JSON.stringify('{"type":"contact.tag.added",}'))
    expect(told(judgement)).toEqual(['unrecognized -', 'warning double-encoded '])
    expect(judgement.issues[0]?.message).toContain('no trailing comma (line 1, column 29')
    expect(told(judge('"{"'))).toEqual(['unrecognized -'])
  })

  it('around nothing is none', () => {
    expect(told(judge('[{"headers":{},"body":{"a":1}}]'))).toEqual(['unrecognized -'])
  })

  it('of a form that was made of an event is told, though the event is lost', () => {
    const body = 'type=contact.tag.added&data%5Btag%5D%5Bid%5D=1'
    expect(told(judge(body, { contentType: form }))).toEqual(['none -', 'warning form-encoded '])
  })
})
