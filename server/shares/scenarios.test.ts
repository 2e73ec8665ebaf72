import { describe, expect, test } from 'vitest'
import type { CreateShareInput } from '../../shared/input.ts'
import { liveReaders } from '../testing/live-readers.ts'
import { apiForTests, problemOf } from '../testing/api.ts'

const api = apiForTests()
const live = liveReaders(api)

const email = 'zoe.quill@hidden-mail.org'
const text = `
name: Sale to ${email}
sameContact: true
steps:
  - expect: tag-added
    where: { data.contact.email: ${email}, data.tag.name: Xylophone }
    capture: { mail: data.contact.email }
  - expect: tag-removed
`

/** A bin with two armed scenarios, a request that fits the first and one that nearly does. */
async function prepared(scope: 'bin' | 'scenario' | 'view', input: CreateShareInput = {}) {
  const { id, key } = await api.newBin()
  const params = { id }
  const create = (text: string) =>
    api.client('createScenario', { params, key, body: { text, arm: true } })
  const scenario = await create(text)
  const other = await create('name: Other\nsteps:\n  - expect: new-sale\n')
  const send = (name: string) =>
    api.client('sendEvent', {
      params,
      key,
      body: {
        trigger: 'tag-added',
        overrides: { 'data.contact.email': email, 'data.tag.name': name },
      },
    })
  await send('Trombone')
  await api.client('sendEvent', { params, key, body: { trigger: 'new-sale' } })
  const scopes = {
    bin: { kind: 'bin' as const },
    scenario: { kind: 'scenario' as const, id: scenario.id },
    view: { kind: 'view' as const, q: 'event:sale' },
  }
  const body = { scope: scopes[scope], ...input }
  const { share, token } = await api.client('createShare', { params, key, body })
  const shared = { params: { id: share.id }, key: token }
  return { id, key, send, scenario, other, share, token, shared }
}

const hidden = /zoe|quill|hidden-mail|xylophone|trombone/i

describe('the scenarios of a share', () => {
  test('tell how each step stands, and no value', async () => {
    const { scenario, shared } = await prepared('bin')
    const { scenarios } = await api.client('listScenarios', shared)
    expect(scenarios).toHaveLength(2)
    expect(scenarios[0]).toMatchObject({
      id: scenario.id,
      text: '',
      result: { state: 'waiting', steps: [{ closestMiss: { seq: 1 } }, { state: 'waiting' }] },
    })
    expect(JSON.stringify(scenarios)).not.toMatch(hidden)
    const params = { ...shared.params, scenario: scenario.id }
    const one = await api.client('readScenario', { ...shared, params })
    expect(JSON.stringify(one)).not.toMatch(hidden)
  })

  test('tell everything where nothing is hidden', async () => {
    const { scenario, shared } = await prepared('bin', { mask: false })
    const { scenarios } = await api.client('listScenarios', shared)
    expect(scenarios[0]).toMatchObject({ id: scenario.id, text })
    expect(JSON.stringify(scenarios)).toContain(email)
  })

  test('are none in a part of the bin, of which results would tell more', async () => {
    const { shared, scenario, token, share } = await prepared('view')
    expect(await api.client('listScenarios', shared)).toEqual({ scenarios: [] })
    const params = { ...shared.params, scenario: scenario.id }
    const problem = await problemOf(api.client('readScenario', { ...shared, params }))
    expect(problem.code).toBe('scenario-not-found')
    const client = live(share.id)
    client.socket.once('open', () => client.socket.send(JSON.stringify({ type: 'auth', token })))
    await client.until(() => client.seqs.length === 1)
    expect(client.of('scenario')).toEqual([])
  })
})

describe('a share of one scenario', () => {
  test('shows it and the requests it is about, live', async () => {
    const { scenario, share, token, shared, send, other } = await prepared('scenario')
    const client = live(share.id)
    const told: string[] = []
    client.socket.on('message', (data: Buffer) => told.push(data.toString()))
    client.socket.once('open', () => client.socket.send(JSON.stringify({ type: 'auth', token })))
    await client.until(() => client.of('scenario').length > 0)
    await client.until(() => client.seqs.length === 1)
    await send('Xylophone')
    const passed = () => client.of('scenario').at(-1)?.result.steps[0]?.state === 'passed'
    await client.until(passed)
    await client.until(() => client.seqs.includes(3))
    expect(new Set(client.of('scenario').map(({ id }) => id))).toEqual(new Set([scenario.id]))
    const { scenarios } = await api.client('listScenarios', shared)
    expect(scenarios.map(({ id }) => id)).toEqual([scenario.id])
    expect(JSON.stringify([scenarios, told])).not.toMatch(/zoe|quill|hidden-mail/i)
    const { requests } = await api.client('listRequests', { ...shared, query: {} })
    expect(requests.map(({ seq }) => seq)).not.toContain(2)
    const params = { ...shared.params, scenario: other.id }
    const problem = await problemOf(api.client('readScenario', { ...shared, params }))
    expect(problem.code).toBe('scenario-not-found')
  })

  test('needs a scenario that there is', async () => {
    const { id, key } = await api.newBin()
    const body = { scope: { kind: 'scenario' as const, id: 'none' } }
    const call = api.client('createShare', { params: { id }, key, body })
    expect(await problemOf(call)).toMatchObject({ status: 404, code: 'scenario-not-found' })
  })
})
