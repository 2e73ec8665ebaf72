import { beforeEach, describe, expect, test } from 'vitest'
import { samples } from '../../shared/events/samples.ts'
import type { CreateShapeInput } from '../../shared/input.ts'
import { apiForTests } from '../testing/api.ts'

const api = apiForTests()
let id: string
let key: string
beforeEach(async () => {
  ;({ id, key } = await api.newBin())
})

const open = '{"event": "open", "email": "ann@example.com", "at": 1}'
const click = '{"event": "click", "email": "ann@example.com", "at": 2}'
const late = '{"event": "open", "email": "ann@example.com", "at": "late"}'
const open2 = open.replace('1', '3')

const create = (body: CreateShapeInput) => api.client('createShape', { params: { id }, key, body })
const read = (seq: number) => api.client('readRequest', { params: { id, seq } })
const found = async (q: string) => {
  const { requests } = await api.client('listRequests', { params: { id }, query: { q } })
  return requests.map(({ seq }) => seq)
}

/** Captures a request, and makes a shape of it. */
async function shapeOf(body: string, name: string) {
  const seq = await api.capture(id, body)
  return create({ name, from: seq })
}

describe('an array of events that a shape describes one of', () => {
  test('is judged event by event, with findings at their place in the text', async () => {
    const { id: shape } = await shapeOf(open, 'Opened')
    await api.capture(id, `[${open},\n ${late}, ${open2}]`)
    const { verdict, event, events, issues, body } = await read(2)
    expect(verdict).toBe('invalid')
    expect(event).toMatchObject({ family: 'own', type: shape, label: { en: 'Opened' } })
    expect(events).toEqual([event, event, event])
    expect(issues).toMatchObject([{ code: 'wrong-type', path: '/at', event: 1 }])
    const [{ range } = {}] = issues
    expect(body.text?.slice(range?.start, range?.end)).toBe('"late"')
  })

  test('is valid where all of them are, each by the first shape that matches it', async () => {
    await shapeOf(open, 'Opened')
    await shapeOf(click, 'Clicked')
    await api.capture(id, `[${click}, ${open}]`)
    const { verdict, events, issueCount } = await read(3)
    expect({ verdict, issueCount }).toEqual({ verdict: 'valid', issueCount: 0 })
    expect(events.map(({ label }) => label.en)).toEqual(['Clicked', 'Opened'])
  })

  test('tells what stands beside them and is described by none', async () => {
    await shapeOf(open, 'Opened')
    const text = `[${click}, ${open}, ${late}]`
    await api.capture(id, text)
    const { verdict, events, issues } = await read(2)
    expect(verdict).toBe('unrecognized')
    expect(events.map(({ label }) => label.en)).toEqual(['Opened', 'Opened'])
    expect(issues).toMatchObject([
      { severity: 'info', code: 'unknown-type', range: { start: 1, end: 1 + click.length } },
      { severity: 'error', code: 'wrong-type', event: 1 },
    ])
    expect(issues[0]?.event).toBeUndefined()
  })

  test('stays as it is where no shape describes any of them', async () => {
    await shapeOf(open, 'Opened')
    await api.capture(id, `[${click}, ${click}]`)
    expect(await read(2)).toMatchObject({ verdict: 'unrecognized', events: [], issues: [] })
  })

  test('is matched by what the request and the event have', async () => {
    const schema = { type: 'object', required: ['at'] }
    await create({ name: 'By header', match: 'header.x-from:mail', schema })
    await create({ name: 'By text', match: 'click', schema })
    await api.capture(id, `[${open}, ${click}]`, { headers: { 'X-From': 'mail' } })
    await api.capture(id, `[${open}, ${click}]`)
    const names = async (seq: number) => (await read(seq)).events.map(({ label }) => label.en)
    expect(await names(1)).toEqual(['By header', 'By header'])
    expect(await names(2)).toEqual(['By text'])
  })

  test('is one event for a shape of arrays, as one that was made of such a request', async () => {
    await shapeOf(`[${open}, ${click}]`, 'Batch')
    await create({ name: 'Opened', match: '$.event:open', schema: { type: 'object' } })
    await api.capture(id, `[${open}]`)
    expect(await read(2)).toMatchObject({ verdict: 'valid', events: [{ label: { en: 'Batch' } }] })
  })

  test('is found by what its events hold, and each of them is seen', async () => {
    const { id: trigger } = await shapeOf(open, 'Opened')
    await api.capture(id, `[${click}, ${open}, ${open2}]`)
    expect(await found('$.at:3')).toEqual([2])
    const { events } = await api.client('listObserved', { params: { id }, query: { trigger } })
    expect(events).toMatchObject([{ label: { en: 'Opened' }, documents: 3 }])
  })

  test('is judged so in what a form holds, too', async () => {
    await shapeOf(open, 'Opened')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const form = `payload=${encodeURIComponent(`[${open}, ${late}]`)}`
    await api.capture(id, form, { headers })
    const { verdict, events, issues } = await read(2)
    expect({ verdict, events: events.length }).toEqual({ verdict: 'invalid', events: 2 })
    expect(issues).toMatchObject([{ code: 'wrong-type', event: 1 }])
    expect(form.slice(issues[0]?.range?.start, issues[0]?.range?.end)).toBe('%22late%22')
  })

  test('runs patterns for as many steps as one event', async () => {
    const schema = { type: 'object', properties: { a: { pattern: '^(?:.*a){100}' } } }
    await create({ name: 'Hostile', match: '', schema })
    const event = JSON.stringify({ a: 'a'.repeat(90) + 'b'.repeat(3_000) })
    await api.capture(id, `[${event}, ${event}, ${event}]`)
    const { issues } = await read(1)
    // The first is decided, for the last there is nothing left.
    const of = (event: number) => issues.filter((issue) => issue.event === event)
    expect(of(0)).toMatchObject([{ severity: 'error', code: 'bad-format', path: '/a' }])
    expect(of(2)).toMatchObject([{ severity: 'warning', code: 'bad-format', path: '/a' }])
  })

  test('is not judged by shapes where all of it together is too large for them', async () => {
    const properties = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, {}]))
    await create({ name: 'Large', match: '', schema: { type: 'object', properties } })
    const event = JSON.stringify({ list: Array.from({ length: 500 }, () => 1) })
    const arrayOf = (length: number) => `[${Array.from({ length }, () => event).join(',')}]`
    await api.capture(id, arrayOf(3))
    await api.capture(id, arrayOf(30))
    expect(await read(1)).toMatchObject({ verdict: 'valid', events: { length: 3 } })
    expect(await read(2)).toMatchObject({ verdict: 'unrecognized', events: { length: 0 } })
  })
})

describe('an array of events of systeme.io', () => {
  const completed = samples['tag-added'].replace('contact.tag.added', 'contact.course.completed')

  test('has those judged by a shape that no document describes', async () => {
    await shapeOf(completed, 'Course completed')
    await api.capture(id, `[${completed}, ${samples['tag-removed']}]`)
    const { verdict, events, issues } = await read(2)
    expect(verdict).toBe('drifted')
    expect(issues).toMatchObject([{ code: 'wrapped-array', severity: 'warning' }])
    expect(events).toMatchObject([
      { family: 'automation', type: 'contact.course.completed', label: { en: 'Course completed' } },
      { family: 'automation', type: 'contact.tag.removed', trigger: 'tag-removed' },
    ])
  })

  test('is invalid where one of them is, by its shape or by the documents', async () => {
    await shapeOf(completed, 'Course completed')
    const broken = completed.replace(/"tag": ?{[^}]*},?/, '')
    await api.capture(id, `[${samples['tag-removed']}, ${broken}]`)
    expect(await read(2)).toMatchObject({
      verdict: 'invalid',
      issues: [{ code: 'wrapped-array' }, { code: 'missing', path: '/data/tag', event: 1 }],
    })
    await api.capture(id, `[${samples['tag-removed'].replace('141002', '"141002"')}, ${completed}]`)
    expect(await read(3)).toMatchObject({ verdict: 'invalid', events: { length: 2 } })
  })

  test('lets a shape be made of the first that no document describes', async () => {
    await api.capture(id, `[${samples['tag-added']}, ${completed}, ${completed}]`)
    const shape = await create({ name: 'Course completed', from: 1 })
    expect(shape.match).toBe('$.type:contact.course.completed')
    expect(await read(1)).toMatchObject({
      verdict: 'drifted',
      events: [
        { label: { en: 'Tag added' } },
        { label: { en: 'Course completed' } },
        { label: { en: 'Course completed' } },
      ],
    })
  })
})
