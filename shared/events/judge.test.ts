import { describe, expect, it } from 'vitest'
import { findEvent } from './catalogue.ts'
import { judgeText } from './judge.ts'
import { form, json, judge, told } from './testing.ts'

const tag = findEvent('tag-added').sample
const sale = findEvent('new-sale').sample.replaceAll('\\\\u00e9', 'e')

describe('a body that is no event', () => {
  it.each([
    ['', json, ['unreadable -', 'error empty-body ']],
    [' \n', json, ['unreadable -', 'error empty-body ']],
    ['', null, ['none -']],
    ['hello', 'text/plain', ['none -']],
    ['[INFO] started', 'text/plain', ['none -']],
    ['a { color: red }', 'text/css', ['none -']],
    ['[2026-10-01 12:00] started', 'text/plain', ['none -']],
    ['[12, 13', 'text/plain', ['unreadable -', 'error json-truncated ']],
    ['{ color: red }', 'text/plain', ['none -']],
    ['<html>', json, ['unreadable -', 'error not-json ', 'error json-syntax ']],
    ['// x\n{}', json, ['unreadable -', 'error json-syntax ']],
    ['undefined', json, ['unreadable -', 'error not-json ', 'error json-syntax ']],
    ['[object Object]', json, ['unreadable -', 'error json-syntax ']],
    ['{"a":1}', json, ['unrecognized -']],
    ['{}', null, ['unrecognized -']],
    ['[]', json, ['unrecognized -']],
    ['[1,2]', json, ['unrecognized -']],
    ['null', json, ['unrecognized -']],
    ['42', json, ['unrecognized -']],
    ['"text"', json, ['unrecognized -']],
    ['a=1&b=2', form, ['none -']],
    ['{"type":"free_optin","contact":{}}', json, ['unrecognized -']],
    ['{"contact":"x"}', json, ['unrecognized -']],
    ['{"id":"evt_1","object":"event","type":"charge.ok","data":{}}', json, ['unrecognized -']],
    ['{"a":1,"a":2}', json, ['unrecognized -', 'error duplicate-key /a']],
  ])('%j as %s', (body, contentType, expected) => {
    expect(told(judge(body, { contentType }))).toEqual(expected)
  })

  it.each([
    [`${tag}${tag}`, 'error trailing-data '],
    [`${tag} x`, 'error trailing-data '],
    [tag.slice(0, -20), 'error json-truncated /created_at'],
    [tag.replace('"account"', 'account'), 'error json-syntax '],
  ])('but begins like one has a label to show and no trigger', (body, issue) => {
    const judgement = judge(body)
    expect(told(judgement)).toEqual(['unreadable -', issue])
    expect(judgement.event).toMatchObject({ type: 'contact.tag.added', trigger: null })
    expect(judgement.event?.label.en).toBe('Tag added')
  })

  it('but begins like an array of them has the label of the first', () => {
    const { event, verdict } = judge(`[${tag}, {`)
    expect([verdict, event?.label.en, event?.trigger]).toEqual(['unreadable', 'Tag added', null])
  })

  it('but two of them says what follows', () => {
    expect(judge(`${tag}\n${tag}`).issues[0]?.message).toContain('another JSON text follows')
  })

  it.each(['null', '7', '{}'])('but an envelope with the type %s says so', (type) => {
    const [verdict, issue] = told(judge(tag.replace('"contact.tag.added"', type)))
    expect([verdict, issue]).toEqual([
      'unrecognized -',
      `error ${type === 'null' ? 'null-not-allowed' : 'wrong-type'} /type`,
    ])
  })

  it('is judged whatever its content type says, if it looks like JSON', () => {
    for (const contentType of [null, 'text/plain', form, 'application/vnd.api+json']) {
      expect(told(judge(tag, { contentType }))).toEqual(['valid tag-added'])
    }
  })
})

describe('a judgement', () => {
  it('orders issues by their place in the text', () => {
    const { issues } = judge(sale.replaceAll('"id"', '"no"'))
    const starts = issues.map(({ range }) => range?.start ?? -1)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(issues.length).toBeGreaterThan(10)
  })

  it('keeps a bounded number of issues and counts them all', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `"k${i}":1`).join(',')
    const { issues, issueCount, verdict } = judge(tag.replace('"account"', `${many},"account"`))
    expect(verdict).toBe('valid')
    expect(issueCount).toBe(5000)
    expect(issues).toHaveLength(100)
  })

  it('of a text is that of its bytes', () => {
    expect(judgeText(tag, json, () => undefined)).toEqual(judge(tag))
  })
})
