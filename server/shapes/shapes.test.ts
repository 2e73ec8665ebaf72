import { beforeEach, describe, expect, test } from 'vitest'
import type { CreateShapeInput } from '../../shared/input.ts'
import { samples } from '../../shared/events/samples.ts'
import { LiveClient } from '../testing/live-client.ts'
import { apiForTests, problemOf } from '../testing/api.ts'

const api = apiForTests()
let id: string
let key: string
beforeEach(async () => {
  ;({ id, key } = await api.newBin())
})

const order = '{"kind": "order", "id": 7, "buyer": {"email": "ann@example.com"}, "note": null}'

const create = (body: CreateShapeInput) => api.client('createShape', { params: { id }, key, body })
const summary = async (seq: number) => {
  const { requests } = await api.client('listRequests', { params: { id } })
  return requests.find((request) => request.seq === seq)
}

describe('an own shape', () => {
  test('is made of a captured request, and describes it from then on', async () => {
    await api.capture(id, order, { headers: { 'X-Event-Type': 'order.created' } })
    expect(await summary(1)).toMatchObject({ event: null, verdict: 'unrecognized' })
    const shape = await create({ name: 'Order', from: 1 })
    expect(shape).toMatchObject({
      id: expect.stringMatching(/^[a-z\d]{10}$/),
      name: 'Order',
      match: 'header.x-event-type:order.created',
      schema: {
        properties: { id: { type: 'integer' }, buyer: { required: ['email'] }, note: {} },
        required: ['kind', 'id', 'buyer', 'note'],
      },
    })
    expect(await summary(1)).toMatchObject({
      verdict: 'valid',
      issueCount: 0,
      event: { family: 'own', type: shape.id, trigger: null, label: { en: 'Order', fr: 'Order' } },
    })
  })

  test('describes a form, its fields as texts and repeated ones as lists', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    await api.capture(id, 'From=%2B1555&Body=hello+there&Tag=a&Tag=b', { headers })
    expect(await summary(1)).toMatchObject({ event: null, verdict: 'none' })
    const shape = await create({ name: 'Message', from: 1 })
    expect(shape).toMatchObject({
      match: '$.From:* $.Body:* $.Tag:*',
      schema: {
        properties: { From: { type: 'string' }, Tag: { type: 'array' } },
        required: ['From', 'Body', 'Tag'],
      },
    })
    await api.capture(id, 'From=%2B1555&Body=x&Tag=%C3%A9+1', { headers })
    expect(await summary(1)).toMatchObject({ verdict: 'valid', event: { family: 'own' } })
    const request = await api.client('readRequest', { params: { id, seq: 2 } })
    expect(request).toMatchObject({
      verdict: 'invalid',
      issues: [{ code: 'wrong-type', path: '/Tag', actual: 'the string "é 1"' }],
    })
    const [{ range } = {}] = request.issues
    expect(request.body.text?.slice(range?.start, range?.end)).toBe('%C3%A9+1')
    const found = await api.client('listRequests', { params: { id }, query: { q: '$.Body:x' } })
    expect(found.requests.map(({ seq }) => seq)).toEqual([2])
  })

  test('describes what a form holds as JSON, as chat services send it', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = `payload=${encodeURIComponent('{"type": "block_actions", "user": {"id": "U1"}}')}`
    await api.capture(id, body, { headers })
    await create({ name: 'Action', from: 1 })
    expect(await summary(1)).toMatchObject({ verdict: 'valid', event: { label: { en: 'Action' } } })
  })

  test('judges old and new requests, with findings at their place', async () => {
    await api.capture(id, order.replace('7', '"7"'))
    await create({
      name: 'Order',
      match: '$.kind:order',
      schema: { properties: { id: { type: 'integer' } } },
    })
    await api.capture(id, order.replace('"kind": "order", ', ''))
    const request = await api.client('readRequest', { params: { id, seq: 1 } })
    expect(request).toMatchObject({
      verdict: 'invalid',
      events: [{ label: { en: 'Order' } }],
      issues: expect.arrayContaining([
        expect.objectContaining({ code: 'wrong-type', path: '/id', range: { start: 24, end: 27 } }),
      ]),
    })
    expect(await summary(2)).toMatchObject({ event: null, verdict: 'unrecognized' })
  })

  test('is found by searches', async () => {
    await api.capture(id, order)
    await create({ name: 'Order placed', from: 1 })
    for (const q of ['family:own', 'event:"order placed"', 'event:placed', 'verdict:valid']) {
      const { requests } = await api.client('listRequests', { params: { id }, query: { q } })
      expect(requests, q).toHaveLength(1)
    }
  })

  test('is changed and deleted, and verdicts follow at once', async () => {
    await api.capture(id, order)
    const { id: shape } = await create({ name: 'Order', from: 1 })
    const params = { id, shape }
    const changed = await api.client('changeShape', {
      params,
      key,
      body: { name: 'Purchase', schema: { required: ['paid'] } },
    })
    expect(changed).toMatchObject({
      id: shape,
      name: 'Purchase',
      match: '$.kind:* $.id:* $.buyer:*',
    })
    expect(await summary(1)).toMatchObject({
      verdict: 'invalid',
      event: { label: { en: 'Purchase' } },
    })
    expect(await api.client('listShapes', { params: { id } })).toEqual({ shapes: [changed] })
    await api.client('deleteShape', { params, key })
    expect(await summary(1)).toMatchObject({ verdict: 'unrecognized', event: null })
    const again = api.client('deleteShape', { params, key })
    expect(await problemOf(again)).toMatchObject({ status: 404, code: 'shape-not-found' })
  })

  test('takes over an event whose type no document describes, and no documented one', async () => {
    await api.capture(
      id,
      samples['tag-added'].replace('contact.tag.added', 'contact.course.completed'),
    )
    await api.capture(id, samples['tag-added'])
    expect(await summary(1)).toMatchObject({ verdict: 'undocumented' })
    await create({ name: 'Course completed', from: 1 })
    expect(await summary(1)).toMatchObject({
      verdict: 'valid',
      event: {
        family: 'automation',
        type: 'contact.course.completed',
        label: { en: 'Course completed' },
      },
    })
    expect(await problemOf(create({ name: 'Tag', from: 2 }))).toMatchObject({
      code: 'invalid-input',
      pointer: '/from',
    })
  })

  test('comes before those that were made after it', async () => {
    await api.capture(id, order)
    await create({ name: 'First', match: '$.kind:order', schema: {} })
    await create({ name: 'Second', match: '', schema: {} })
    expect(await summary(1)).toMatchObject({ event: { label: { en: 'First' } } })
  })

  test('is remembered as what was really seen of it', async () => {
    await api.capture(id, order)
    const { id: shape } = await create({ name: 'Order', from: 1 })
    const { events } = await api.client('listObserved', {
      params: { id },
      query: { trigger: shape },
    })
    expect(events).toMatchObject([{ family: 'own', label: { en: 'Order' }, documents: 1 }])
  })

  test('is held against a hostile pattern in as many steps as the text is long', async () => {
    const schema = { properties: { a: { pattern: '^(a+)+$' } } }
    await create({ name: 'Hostile', match: '', schema })
    // The engine of the language would try 2^40 ways.
    await api.capture(id, JSON.stringify({ a: `${'a'.repeat(40)}!` }))
    const { issues } = await api.client('readRequest', { params: { id, seq: 1 } })
    expect(issues).toMatchObject([{ code: 'bad-format', path: '/a' }])
  })

  test('is refused with the place of what is wrong', async () => {
    await api.capture(id, 'no json')
    const schema = { properties: { a: { pattern: '(?=a)' } } }
    const problems = [
      [{ name: 'x', match: '', schema }, 'invalid-input', '/schema/properties/a/pattern'],
      [{ name: 'x', match: 'is:pinned', schema: {} }, 'invalid-search', '/match'],
      [{ name: 'x', match: 'evnt:x', schema: {} }, 'invalid-search', '/match'],
      [{ name: '', match: '', schema: {} }, 'invalid-input', '/name'],
      [{ name: 'x', match: '' }, 'invalid-input', '/from'],
      [{ name: 'x', from: 1 }, 'invalid-input', '/from'],
      [{ name: 'x', from: 9 }, 'invalid-input', '/from'],
    ] as const
    for (const [input, code, pointer] of problems) {
      expect(await problemOf(create(input)), JSON.stringify(input)).toMatchObject({ code, pointer })
    }
    expect(await api.client('listShapes', { params: { id } })).toEqual({ shapes: [] })
  })

  test('is only made, changed and deleted by the owner', async () => {
    const body = { name: 'x', match: '', schema: {} }
    const { id: shape } = await create(body)
    const params = { id, shape }
    for (const call of [
      () => api.client('createShape', { params: { id }, body }),
      () => api.client('changeShape', { params, body }),
      () => api.client('deleteShape', { params }),
    ]) {
      expect(await problemOf(call())).toMatchObject({ code: 'owner-key-required' })
    }
    await api.client('changeBin', { params: { id }, key, body: { visibility: 'private' } })
    const list = api.client('listShapes', { params: { id } })
    expect(await problemOf(list)).toMatchObject({ code: 'owner-key-required' })
  })

  test('is one of twenty at most, and none is lost where several are made at once', async () => {
    const body = { name: 'x', match: '', schema: {} }
    await Promise.all(Array.from({ length: 20 }, () => create(body)))
    expect((await api.client('listShapes', { params: { id } })).shapes).toHaveLength(20)
    expect(await problemOf(create(body))).toMatchObject({ code: 'invalid-input' })
  })

  test('is told to live readers, who then read their rows anew', async () => {
    await api.capture(id, order)
    const reader = new LiveClient(api.port, `/api/bins/${id}/live`)
    await expect.poll(() => reader.frames.length, { timeout: 5000 }).toBeGreaterThan(1)
    await create({ name: 'Order', from: 1 })
    await expect
      .poll(() => reader.frames.findLast(({ type }) => type === 'bin'), { timeout: 5000 })
      .toMatchObject({ bin: { shapesRevision: 1 } })
    reader.socket.close()
    const late = new LiveClient(api.port, `/api/bins/${id}/live?after=0`)
    await expect
      .poll(() => late.frames.find(({ type }) => type === 'requests'), { timeout: 5000 })
      .toMatchObject({ requests: [{ event: { label: { en: 'Order' } } }] })
    late.socket.close()
  })
})
