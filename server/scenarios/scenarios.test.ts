import { beforeEach, describe, expect, test } from 'vitest'
import type { SendInput } from '../../shared/input.ts'
import { LiveClient } from '../testing/live-client.ts'
import { apiForTests, problemOf } from '../testing/api.ts'

const api = apiForTests()
let id: string
let key: string
beforeEach(async () => {
  ;({ id, key } = await api.newBin())
})

const flow = `
name: Opt-in, tag, sale
order: written
sameContact: true
steps:
  - expect: funnel-step-form-subscribed
  - expect: tag-added
    where: { data.tag.name: lead }
  - exactly: 1
    of: new-sale
  - never: tag-removed
`

const send = (trigger: SendInput['trigger'], overrides: SendInput['overrides'] = {}) =>
  api.client('sendEvent', { params: { id }, key, body: { trigger, overrides } })
const contact = { 'data.contact.id': 7 }
const optIn = () => send('funnel-step-form-subscribed', contact)
const tag = (name = 'lead') => send('tag-added', { ...contact, 'data.tag.name': name })
const sale = (contact = 7) => send('new-sale', { 'data.customer.contact_id': contact })
const removed = () => send('tag-removed', contact)

const create = (text = flow, arm = true) =>
  api.client('createScenario', { params: { id }, key, body: { text, arm } })
const read = (scenario: string) => api.client('readScenario', { params: { id, scenario } })

describe('a scenario of a bin', () => {
  test('is kept, listed, changed and deleted by the owner', async () => {
    const made = await create(flow, false)
    expect(made).toMatchObject({ name: 'Opt-in, tag, sale', text: flow, run: null, result: null })
    const params = { id, scenario: made.id }
    await api.client('changeScenario', {
      params,
      key,
      body: { text: flow.replace('Opt-in, tag, sale', 'Flow') },
    })
    const { scenarios } = await api.client('listScenarios', { params: { id } })
    expect(scenarios).toMatchObject([{ id: made.id, name: 'Flow' }])
    const noKey = api.client('deleteScenario', { params })
    expect(await problemOf(noKey)).toMatchObject({ code: 'owner-key-required' })
    await api.client('deleteScenario', { params, key })
    expect(await problemOf(read(made.id))).toMatchObject({ code: 'scenario-not-found' })
    expect(await api.client('readBin', { params: { id } })).toMatchObject({ scenariosRevision: 3 })
  })

  test('is refused with the place of each fault', async () => {
    expect(await problemOf(create('name: n\nsteps:\n  - expcet: a\n'))).toMatchObject({
      code: 'invalid-scenario',
      detail: 'Unknown key "expcet": did you mean "expect"? (line 3, column 5).',
      errors: [
        { line: 3, column: 5 },
        { line: 3, column: 5 },
      ],
    })
  })

  test('tells whoever reads the bin what becomes of its run, live', async () => {
    const live = await new LiveClient(api.port, `/api/bins/${id}/live?after=0`).opened()
    const { id: scenario } = await create()
    const states = () =>
      live
        .of('scenario')
        .at(-1)
        ?.result.steps.map(({ state }) => state)
    await live.until(() => states()?.join(' ') === 'waiting waiting waiting waiting')
    await optIn()
    await live.until(() => states()?.join(' ') === 'passed waiting waiting waiting')
    await tag('other')
    await live.until(() => live.of('scenario').at(-1)?.result.steps[1]?.closestMiss !== null)
    expect(live.of('scenario').at(-1)).toMatchObject({
      id: scenario,
      result: {
        steps: [
          {},
          {
            closestMiss: {
              seq: 2,
              differences: [{ field: 'data.tag.name', expected: '"lead"', actual: '"other"' }],
            },
          },
          {},
          {},
        ],
      },
    })
    await tag()
    await sale()
    await live.until(() => live.of('scenario').at(-1)?.result.state === 'passed')
    expect(await read(scenario)).toMatchObject({ result: { state: 'passed', contact: '7' } })
    await sale()
    await live.until(() => live.of('scenario').at(-1)?.result.state === 'failed')
    await live.close()
  })

  test('fails by the clock alone where nothing comes in time', async () => {
    const live = await new LiveClient(api.port, `/api/bins/${id}/live?after=0`).opened()
    await create('name: n\nsteps: [{expect: tag-added, within: 200ms}]')
    await live.until(() => live.of('scenario').at(-1)?.result.state === 'failed')
    await live.close()
  })

  test('keeps what became of its run when it is disarmed, and begins anew when it is armed', async () => {
    const { id: scenario } = await create()
    const params = { id, scenario }
    await optIn()
    const ended = await api.client('disarmScenario', { params, key })
    expect(ended).toMatchObject({ run: { after: 0, upTo: 1 }, result: { failedStep: 1 } })
    await tag()
    await sale()
    expect((await read(scenario)).result).toEqual(ended.result)
    const again = await api.client('armScenario', { params, key })
    expect(again).toMatchObject({ run: { after: 3, endedAt: null }, result: { state: 'waiting' } })
  })

  test('is judged over history, as a whole or in part', async () => {
    for (const call of [optIn, tag, sale]) await call()
    const { id: scenario } = await create(flow, false)
    const params = { id, scenario }
    expect(await api.client('replayScenario', { params })).toMatchObject({ state: 'passed' })
    const part = api.client('replayScenario', { params, query: { after: 1 } })
    expect(await part).toMatchObject({ state: 'failed', failedStep: 0 })
    const early = api.client('replayScenario', { params, query: { upTo: 2 } })
    expect(await early).toMatchObject({ state: 'failed', failedStep: 2, upTo: 2 })
  })

  test('is judged anew where a request is deleted', async () => {
    const { id: scenario } = await create()
    for (const call of [optIn, tag, sale, sale]) await call()
    expect((await read(scenario)).result).toMatchObject({ state: 'failed', failedStep: 2 })
    await api.client('deleteRequest', { params: { id, seq: 4 }, key })
    expect((await read(scenario)).result).toMatchObject({ state: 'passed' })
  })
})

describe('a scenario that is not kept', () => {
  const check = (more: { timeout?: number; after?: number } = {}, text = flow) =>
    api.client('checkScenario', { params: { id }, body: { text, ...more } })

  test('fails where something is late by the time that events tell', async () => {
    const late = { ...contact, 'data.tag.name': 'lead', created_at: '2026-11-24T10:00:12.300Z' }
    await send('funnel-step-form-subscribed', { ...contact, created_at: '2026-11-24T10:00:00Z' })
    await send('tag-added', late)
    const within = '    within: { time: 10s, from: previous, by: created_at }\n  - exactly'
    const { failedStep, steps } = await check({}, flow.replace('  - exactly', within))
    expect([failedStep, steps[1]?.closestMiss]).toMatchObject([
      1,
      { seq: 2, differences: [{ field: 'within', expected: '10s', actual: '12.3s' }] },
    ])
  })

  test.each([
    ['missing', [optIn, removed, sale], 1, 'event'],
    ['twice', [optIn, tag, sale, sale], 2, 'count'],
    ['of another contact', [optIn, tag, () => sale(8)], 2, 'contact'],
    ['out of order', [optIn, sale, tag], 2, 'order'],
    ['forbidden', [optIn, tag, sale, removed], 3, 'count'],
  ])('fails where something is %s', async (_, calls, failedStep, field) => {
    for (const call of calls) await call()
    const { state, steps, ...result } = await check()
    expect([state, result.failedStep]).toEqual(['failed', failedStep])
    expect(steps[failedStep]?.closestMiss?.differences).toMatchObject([{ field }])
  })

  test('is waited for until it passes', async () => {
    const result = check({ timeout: 10_000 })
    for (const call of [optIn, tag, sale]) await call()
    expect(await result).toMatchObject({ state: 'passed' })
  })

  test('passes no sooner than the time is over where all it asks is that nothing comes', async () => {
    const text = 'name: n\nsteps: [{never: tag-removed}]'
    expect(await check({ timeout: 50 }, text)).toMatchObject({ state: 'passed' })
    const result = check({ timeout: 60_000 }, text)
    await removed()
    expect(await result).toMatchObject({ state: 'failed' })
  })

  test('fails when the time is over', async () => {
    await optIn()
    expect(await check({ timeout: 50 })).toMatchObject({ state: 'failed', failedStep: 1 })
    const text = 'name: n\nsteps: [{expect: new-sale, within: 50ms}]'
    expect(await check({ timeout: 60_000 }, text)).toMatchObject({ state: 'failed' })
  })
})

describe('a golden run', () => {
  test('is compared with a later one: missing, extra, moved and changed, ids and dates aside', async () => {
    const { id: scenario } = await create()
    const params = { id, scenario }
    const early = api.client('saveGolden', { params, key })
    expect(await problemOf(early)).toMatchObject({ code: 'no-golden-run' })
    for (const call of [optIn, tag, sale]) await call()
    const saved = await api.client('saveGolden', { params, key })
    expect(saved.golden).toMatchObject({ requests: 3 })

    await api.client('armScenario', { params, key })
    for (const call of [optIn, tag, sale]) await call()
    expect(await api.client('compareGolden', { params })).toMatchObject({ isSame: true })

    await api.client('armScenario', { params, key })
    await tag('other')
    await optIn()
    await removed()
    expect(await api.client('compareGolden', { params })).toMatchObject({
      isSame: false,
      missing: [{ place: 3, event: 'new-sale' }],
      extra: [{ event: 'tag-removed' }],
      reordered: [{ seq: expect.any(Number) }],
      changed: [{ event: 'tag-added', path: 'data.tag.name', before: '"lead"', after: '"other"' }],
    })
    const gone = await api.client('deleteGolden', { params, key })
    expect(gone.golden).toBeNull()
  })
})

test('the schema of scenarios is served', async () => {
  expect(await api.client('readScenarioSchema', {})).toMatchObject({ $id: 'urn:binspect:scenario' })
})
