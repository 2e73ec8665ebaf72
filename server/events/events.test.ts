import { describe, expect, test } from 'vitest'
import { breakages } from '../../shared/breakage.ts'
import { samples } from '../../shared/events/samples.ts'
import { accountTriggers, automationTriggers } from '../../shared/events/trigger.ts'
import type { SendInput } from '../../shared/input.ts'
import { apiForTests, problemOf } from '../testing/api.ts'

const triggers = [...automationTriggers, ...accountTriggers]

const api = apiForTests()

describe('the catalogue', () => {
  test('lists every documented event with its labels', async () => {
    const { events } = await api.client('listEvents', {})
    expect(events.map(({ trigger }) => trigger)).toEqual(triggers)
    expect(events[2]).toEqual({
      trigger: 'tag-added',
      family: 'automation',
      type: 'contact.tag.added',
      label: { en: 'Tag added', id: 'TAG DITAMBAHKAN', fr: 'Tag ajouté' },
      schemaUrl: '/api/events/tag-added/schema.json',
      sampleUrl: '/api/events/tag-added/sample.json',
    })
  })

  test.each(triggers)('gives the schema and the sample of %s', async (trigger) => {
    const detail = await api.client('readEvent', { params: { trigger } })
    const { schema, sample, rows, typescript } = detail
    expect(rows.length).toBeGreaterThan(10)
    expect(typescript).toMatch(/^\/\*\* .+ \*\/\nexport type \w+ = \{\n/)
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
    expect(await api.client('readSchema', { params: { trigger } })).toEqual(schema)
    const bytes = await api.client('readSample', { params: { trigger } })
    expect(Buffer.from(bytes).toString()).toBe(samples[trigger])
    expect(sample).toBe(samples[trigger])
  })

  test('gives all of it as AsyncAPI and as TypeScript', async () => {
    const document = await api.client('readAsyncApi', {})
    expect(document).toMatchObject({ asyncapi: '3.0.0' })
    const types = Buffer.from(await api.client('readEventTypes', {})).toString()
    for (const trigger of triggers) expect(JSON.stringify(document)).toContain(`"${trigger}"`)
    expect(types).toContain("type: 'contact.tag.added'")
  })

  test.each(['', '/schema.json', '/sample.json'])('knows no other: %s', async (path) => {
    for (const trigger of ['no-such-event', '__proto__', 'constructor']) {
      const answer = await api.ask(`/api/events/${trigger}${path}`)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ code: 'event-not-found' })
    }
  })
})

async function send(body: SendInput, settings = {}) {
  const { id, key } = await api.newBin(settings)
  const sent = await api.client('sendEvent', { params: { id }, key, body })
  const detail = await api.client('readRequest', { params: { id, seq: sent.seq ?? 0 } })
  return { sent, detail }
}

function headers(rawHeaders: string[]): [string, string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] satisfies [string, string]] : [],
  )
}

describe('sending', () => {
  test.each(triggers)('%s arrives as documented', async (trigger) => {
    const { sent, detail } = await send({ trigger }, { secret: 'shared secret' })
    const { text = '' } = detail.body
    expect(sent).toMatchObject({ trigger, seq: 1, status: 200, bytes: text.length })
    expect(detail).toMatchObject({ method: 'POST', verdict: 'valid', event: { trigger } })
    expect(text).toMatch(/^[ -~]*$/)
    expect(JSON.parse(text)).toEqual(JSON.parse(samples[trigger]))
  })

  test('looks like the real sender of automation rules', async () => {
    const { detail } = await send({ trigger: 'page-visited' })
    expect(headers(detail.rawHeaders)).toEqual([
      ['content-length', String(detail.body.size)],
      ['content-type', 'application/json'],
      ['accept-charset', 'ISO-8859-1,utf-8;q=0.7,*;q=0.7'],
      ['accept-language', 'en-us,en;q=0.5'],
      ['accept', 'application/json'],
      ['user-agent', 'Symfony'],
      ['host', new URL(api.base).host],
    ])
    expect(detail.body.text).toContain('\\/')
  })

  test('looks like the real sender of account webhooks, signed', async () => {
    const { detail } = await send({ trigger: 'account-sale-new' }, { secret: 'shared secret' })
    expect(headers(detail.rawHeaders).map(([name]) => name)).toEqual([
      'content-length',
      'accept-encoding',
      'sentry-trace',
      'baggage',
      'x-webhook-schema-version',
      'x-webhook-signature',
      'x-webhook-delivery-attempt-timestamp',
      'x-webhook-delivery-attempt-id',
      'x-webhook-event-timestamp',
      'x-webhook-event',
      'x-webhook-subscription-id',
      'x-webhook-message-id',
      'user-agent',
      'accept',
      'content-type',
      'host',
    ])
    const values = new Map(headers(detail.rawHeaders))
    expect(values.get('x-webhook-event')).toBe('SALE_NEW')
    expect(values.get('x-webhook-message-id')).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    )
    expect(values.get('x-webhook-event-timestamp')).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}\+00:00$/)
    expect(detail.signature).toEqual({ status: 'valid' })
  })

  test('without a secret is not signed', async () => {
    const { detail } = await send({ trigger: 'account-sale-new' })
    expect(detail.rawHeaders).not.toContain('x-webhook-signature')
  })

  test.each([
    [{ 'data.contact.email': 'new@example.com' }],
    [{ '/data/contact/email': 'new@example.com' }],
    [{ data: { contact: { email: 'new@example.com' } } }],
  ])('with %j changes that value only', async (overrides) => {
    const { detail } = await send({ trigger: 'tag-added', overrides })
    const sample = JSON.parse(samples['tag-added'])
    sample.data.contact.email = 'new@example.com'
    expect(JSON.parse(detail.body.text ?? '')).toEqual(sample)
    expect(detail).toMatchObject({
      verdict: 'valid',
      event: { contact: { email: 'new@example.com' } },
    })
  })

  test('with what fits nowhere says so', async () => {
    const { id, key } = await api.newBin()
    const body = { trigger: 'tag-added' as const, overrides: { 'type.x/y': 1 } }
    const problem = await problemOf(api.client('sendEvent', { params: { id }, key, body }))
    expect(problem).toMatchObject({ code: 'invalid-input', pointer: '/overrides/type.x~1y' })
  })

  test('never touches the prototype of objects', async () => {
    const { id, key } = await api.newBin()
    const text =
      '{"trigger":"tag-added","overrides":{"__proto__":{"polluted":1},"a.__proto__.polluted":1}}'
    const init = {
      method: 'POST',
      key,
      body: text,
      headers: { 'Content-Type': 'application/json' },
    }
    expect((await api.ask(`/api/bins/${id}/send`, init)).status).toBe(202)
    expect('polluted' in {}).toBe(false)
  })

  test.each([
    [{ trigger: 'no-such-event' }, '/trigger'],
    [{}, '/trigger'],
    [{ trigger: 'tag-added', broken: 'somehow' }, '/broken'],
    [{ trigger: 'tag-added', broken: ['missing', 'somehow'] }, '/broken/1'],
    [{ trigger: 'tag-added', broken: 'no-event-header' }, '/broken'],
    [{ trigger: 'tag-added', overrides: [] }, '/overrides'],
    [{ trigger: 'tag-added', twice: true }, '/twice'],
  ])('refuses %j', async (json, pointer) => {
    const { id, key } = await api.newBin()
    const answer = await api.ask(`/api/bins/${id}/send`, { key, json })
    expect(await answer.json()).toMatchObject({ status: 400, code: 'invalid-input', pointer })
    expect(api.store.state(id)).toMatchObject({ latest: 0 })
  })

  test('tells when the bin does not answer', async () => {
    const { id, key } = await api.newBin({ reply: { sequence: ['reset'] } })
    const sent = await api.client('sendEvent', {
      params: { id },
      key,
      body: { trigger: 'new-sale' },
    })
    expect(sent).toMatchObject({ status: null, seq: null })
    expect(api.store.state(id)).toMatchObject({ latest: 1 })
  })
})

describe('an event broken on purpose', () => {
  const ofHeaders = new Set(['no-event-header', 'invalid-signature'])
  const ofBody = breakages.filter((breakage) => !ofHeaders.has(breakage))

  test.each(ofBody)('shows the finding %s', async (broken) => {
    for (const trigger of ['tag-added', 'new-sale', 'account-contact-created'] as const) {
      const { detail } = await send({ trigger, broken })
      expect(detail.issues.map(({ code }) => code)).toContain(broken)
    }
  })

  test('can be broken in several ways, or just somehow', async () => {
    const { detail } = await send({ trigger: 'tag-added', broken: ['wrong-type', 'duplicate-key'] })
    const codes = detail.issues.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['wrong-type', 'duplicate-key']))
    const somehow = await send({ trigger: 'tag-added', broken: true })
    expect(somehow.detail.verdict).toBe('invalid')
    expect((await send({ trigger: 'tag-added', broken: false })).detail.verdict).toBe('valid')
  })

  test('can lose its name', async () => {
    const { detail } = await send({ trigger: 'account-sale-new', broken: 'no-event-header' })
    expect(detail.verdict).toBe('ambiguous')
  })

  test('can be signed by somebody else', async () => {
    const settings = { secret: 'x' }
    const body = { trigger: 'account-sale-new', broken: 'invalid-signature' } as const
    expect((await send(body, settings)).detail.signature.status).toBe('invalid')
  })
})
