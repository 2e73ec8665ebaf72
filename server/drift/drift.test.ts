import { beforeEach, describe, expect, test } from 'vitest'
import type { ObservedEvent } from '../../shared/observed/observed-event.ts'
import { samples } from '../../shared/events/samples.ts'
import { apiForTests, problemOf } from '../testing/api.ts'

const api = apiForTests()
let id: string
let key: string
beforeEach(async () => {
  ;({ id, key } = await api.newBin())
})

const sample = samples['tag-added']

async function observed(trigger?: string): Promise<ObservedEvent[]> {
  const query = trigger === undefined ? {} : { trigger }
  return (await api.client('listObserved', { params: { id }, query })).events
}

function undocumented(type: string): string {
  return sample.replace('contact.tag.added', type)
}

describe('what was really seen', () => {
  test('is told for each event, with its places, types and values', async () => {
    await api.capture(id, sample)
    await api.capture(id, sample.replace('"email"', '"vip": true, "email"'))
    await api.capture(id, 'nothing')
    const [event, ...others] = await observed()
    expect(others).toEqual([])
    const at = expect.stringMatching(/^2.*Z$/)
    expect(event).toMatchObject({
      family: 'automation',
      type: 'contact.tag.added',
      trigger: 'tag-added',
      documents: 2,
      first: { seq: 1, at },
      last: { seq: 2, at },
      omitted: 0,
    })
    expect(event?.rows.find(({ path }) => path === 'data.contact.vip')).toEqual({
      path: 'data.contact.vip',
      count: 1,
      parents: 2,
      first: { seq: 2, at },
      last: { seq: 2, at },
      types: { boolean: { count: 1, first: { seq: 2, at }, last: { seq: 2, at } } },
      values: [['true', 1]],
      example: 'true',
    })
  })

  test('is compared with the document', async () => {
    await api.capture(id, sample.replace(/"email":\s*"[^"]*"/, '"vip": true'))
    const [event] = await observed()
    expect(event?.differences.map(({ kind, path }) => [kind, path])).toEqual([
      ['undocumented', 'data.contact.vip'],
      ['never-seen', 'data.contact.email'],
    ])
  })

  test('goes on with what comes, and forgets what is deleted', async () => {
    await api.capture(id, sample)
    expect(await observed()).toMatchObject([{ documents: 1 }])
    await api.capture(id, sample)
    await api.capture(id, samples['page-visited'])
    expect(await observed()).toMatchObject([{ documents: 2 }, { documents: 1 }])
    await api.client('deleteRequest', { params: { id, seq: 1 }, key })
    expect(await observed('tag-added')).toMatchObject([{ documents: 1, first: { seq: 2 } }])
    await api.client('clearRequests', { params: { id }, key })
    expect(await observed()).toEqual([])
  })

  test('holds events that no document describes by their type', async () => {
    await api.capture(id, undocumented('subscription.payment.failed'))
    expect(await observed('subscription.payment.failed')).toMatchObject([
      { trigger: null, documents: 1, differences: [] },
    ])
    const call = observed('tag-added')
    expect(await problemOf(call)).toMatchObject({ status: 404, code: 'event-not-found' })
  })

  test('tells fifty events apart and no more, whatever they are called', async () => {
    for (let i = 0; i < 60; i++) await api.capture(id, undocumented(`odd.type.${'x'.repeat(i)}`))
    await api.capture(id, undocumented(`odd.${'x'.repeat(200)}`))
    expect(await observed()).toHaveLength(50)
  })

  test('is downloaded as JSON Schema and as TypeScript', async () => {
    await api.capture(id, sample)
    const query = { trigger: 'tag-added' }
    const schema = await api.client('readObservedSchema', { params: { id }, query })
    expect(schema).toMatchObject({
      title: 'tag-added',
      required: ['type', 'data', 'account', 'created_at'],
    })
    const answer = await api.ask(`/api/bins/${id}/observed/types.ts?trigger=tag-added`)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(await answer.text()).toMatch(/^export type TagAdded = \{\n {2}type: string\n/)
    const missing = api.client('readObservedTypes', { params: { id }, query: { trigger: 'x' } })
    expect(await problemOf(missing)).toMatchObject({ code: 'event-not-found' })
  })

  test('is only told to who may read the bin', async () => {
    await api.client('changeBin', { params: { id }, key, body: { visibility: 'private' } })
    expect(await problemOf(observed())).toMatchObject({ code: 'owner-key-required' })
  })
})
