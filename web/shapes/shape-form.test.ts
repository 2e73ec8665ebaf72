import { describe, expect, it } from 'vitest'
import type { RequestDetail } from '../../shared/request.ts'
import { draftForm, fieldOf, formOf, isExpectable, readForm } from './shape-form.ts'

describe('isExpectable', () => {
  it.each<[RequestDetail['verdict'], string, boolean]>([
    ['unrecognized', '{"a":1}', true],
    ['unrecognized', ' [1]', true],
    ['unrecognized', 'a=1', false],
    ['undocumented', '{}', true],
    ['valid', '{}', false],
    ['none', '', false],
  ])('a %s request of %s: %s', (verdict, text, answer) => {
    expect(isExpectable(request({ verdict, text }))).toBe(answer)
  })

  it('a form is, and an empty one is not', () => {
    expect(isExpectable(request({ verdict: 'none', text: 'a=1', contentType: form }))).toBe(true)
    expect(isExpectable(request({ verdict: 'none', text: '', contentType: form }))).toBe(false)
    expect(isExpectable(request({ verdict: 'valid', text: 'a=1', contentType: form }))).toBe(false)
  })
})

describe('draftForm', () => {
  it('suggests a match by the header of the event, and a schema of the body', () => {
    const rawHeaders = ['X-GitHub-Event', 'push']
    const draft = draftForm(request({ text: '{"ref":"main","size":2}', rawHeaders }))
    // Names of headers are the same in any case.
    expect(draft.match).toBe('header.x-github-event:push')
    expect(JSON.parse(draft.schema)).toMatchObject({
      type: 'object',
      required: ['ref', 'size'],
      properties: { ref: { type: 'string' }, size: { type: 'integer' } },
    })
  })

  it('takes a form for an object of texts', () => {
    const draft = draftForm(request({ text: 'to=%2B1&to=2&body=x', contentType: form }))
    expect(draft.match).toBe('$.to:* $.body:*')
    expect(JSON.parse(draft.schema)).toMatchObject({
      required: ['to', 'body'],
      properties: { to: { type: 'array' }, body: { type: 'string' } },
    })
  })

  it.each(['[{"ref":"main"}]', '{"ref":', '"{}"'])('leaves %s to the server', (text) => {
    expect(draftForm(request({ text }))).toEqual({ name: '', match: '', schema: '' })
  })
})

describe('readForm', () => {
  it('reads back what a shape says', () => {
    const shape = { id: 'x', name: 'Push', match: 'path:/push', schema: { type: 'object' } }
    const { id: _, ...input } = shape
    expect(readForm(formOf(shape))).toEqual({ input })
  })

  it('leaves out what is empty', () => {
    expect(readForm({ name: ' Push ', match: ' ', schema: '\n' })).toEqual({
      input: { name: 'Push' },
    })
  })

  it('tells what is no JSON, and what is no schema', () => {
    expect(readForm({ name: 'a', match: '', schema: '{"type":}' })).toMatchObject({
      fault: { isJson: false, reason: expect.stringContaining('JSON') },
    })
    expect(readForm({ name: 'a', match: '', schema: '[]' })).toMatchObject({
      fault: { isJson: true },
    })
  })
})

describe('fieldOf', () => {
  it.each([
    ['/schema/properties/a/pattern', 'schema'],
    ['/match', 'match'],
    ['/name', 'name'],
    ['/from', null],
    [undefined, null],
  ])('%s is about %s', (pointer, field) => expect(fieldOf({ pointer })).toBe(field))
})

const form = 'application/x-www-form-urlencoded'

type Parts = {
  text: string
  verdict?: RequestDetail['verdict']
  rawHeaders?: string[]
  contentType?: string | null
}

function request(parts: Parts): RequestDetail {
  const { text, verdict = 'unrecognized', rawHeaders = [], contentType = null } = parts
  const body = { text, size: text.length, contentType }
  const event = verdict === 'undocumented' ? { type: 'x' } : null
  // As much of a request as a shape is made of.
  return { verdict, rawHeaders, body, event, events: event ? [event] : [] } as never
}
