import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { numbered, scenarioOf, send, start } from './testing.ts'

const flow = scenarioOf(`
name: Opt-in, tag, sale
order: written
sameContact: true
steps:
  - expect: funnel-step-form-subscribed
  - expect: tag-added
    where: { data.tag.name: lead }
    within: { time: 10s, from: previous }
  - exactly: 1
    of: new-sale
  - never: contact.tag.removed
`)

const ann = (body: string) =>
  body.replace(/("contact": \{ "id": )\d+/, '$177').replace(/"contact_id": \d+/, '"contact_id": 77')
const bob = (body: string) => ann(body).replace(/(id": )77/, '$178')
const lead = (body: string) => ann(body).replace('TagKerenSaya', 'lead')

const optIn = (at = 0) => send('funnel-step-form-subscribed', { at, edit: ann })
const tag = (at = 1000, edit = lead) => send('tag-added', { at, edit })
const sale = (at = 2000, edit = ann) => send('new-sale', { at, edit })

function run(...requests: Parameters<typeof numbered>) {
  const at = { now: start + 60_000, startedAt: start }
  return evaluate(flow, numbered(...requests), at)
}

function failure(...requests: Parameters<typeof numbered>) {
  const { state, failedStep, steps } = run(...requests)
  expect(state).toBe('failed')
  return [failedStep, steps[failedStep ?? -1]?.closestMiss]
}

describe('an opt-in → tag → sale scenario', () => {
  it('passes where all come once, in order and for one contact', () => {
    const result = run(optIn(), tag(), sale())
    expect(result).toMatchObject({ state: 'passed', failedStep: null, contact: '77', upTo: 3 })
    expect(result.steps.map(({ seqs }) => seqs)).toEqual([[1], [2], [3], []])
  })

  it('passes where others do other things in between', () => {
    const other = send('new-sale', { at: 500, edit: bob })
    expect(run(optIn(), other, tag(), sale())).toMatchObject({ state: 'passed' })
  })

  it('fails where the tag is late', () => {
    expect(failure(optIn(), tag(12_300), sale(13_000))).toEqual([
      1,
      {
        seq: 2,
        event: 'tag-added',
        differences: [{ field: 'within', expected: '10s', actual: '12.3s' }],
      },
    ])
  })

  it('fails where the tag is missing, and names what came instead', () => {
    const removed = send('tag-removed', { at: 900, edit: ann })
    expect(failure(optIn(), removed, sale())).toEqual([
      1,
      {
        seq: 2,
        event: 'tag-removed',
        differences: [{ field: 'event', expected: 'tag-added', actual: 'tag-removed' }],
      },
    ])
  })

  it('fails where the tag is another one', () => {
    expect(failure(optIn(), tag(1000, ann), sale())).toEqual([
      1,
      {
        seq: 2,
        event: 'tag-added',
        differences: [{ field: 'data.tag.name', expected: '"lead"', actual: '"TagKerenSaya"' }],
      },
    ])
  })

  it('fails where the sale comes twice', () => {
    expect(failure(optIn(), tag(), sale(), sale(3000))).toEqual([
      2,
      {
        seq: 4,
        event: 'new-sale',
        differences: [{ field: 'count', expected: '1', actual: '2' }],
      },
    ])
  })

  it('fails where the sale is of another contact', () => {
    expect(failure(optIn(), tag(), sale(2000, bob))).toEqual([
      2,
      {
        seq: 3,
        event: 'new-sale',
        differences: [{ field: 'contact', expected: '77', actual: '78' }],
      },
    ])
  })

  it('fails where the sale comes before the tag', () => {
    expect(failure(optIn(), sale(500), tag())).toEqual([
      2,
      {
        seq: 2,
        event: 'new-sale',
        differences: [{ field: 'order', expected: 'after #3', actual: '#2' }],
      },
    ])
  })

  it('fails where something forbidden comes', () => {
    const removed = send('tag-removed', { at: 2500, edit: ann })
    expect(failure(optIn(), tag(), sale(), removed)).toEqual([
      3,
      {
        seq: 4,
        event: 'tag-removed',
        differences: [{ field: 'count', expected: '0', actual: '1' }],
      },
    ])
  })

  it('waits in a live run, tells until when, and fails when that has passed', () => {
    const live = { startedAt: start, isOver: false }
    const waiting = evaluate(flow, numbered(optIn(100)), { ...live, now: start + 200 })
    expect(waiting).toMatchObject({ state: 'waiting', nextDeadline: '2026-11-24T10:00:10.100Z' })
    const late = evaluate(flow, numbered(optIn(100)), { ...live, now: start + 10_101 })
    expect(late).toMatchObject({ state: 'failed', failedStep: 1, nextDeadline: null })
  })
})

describe('the requests that steps take', () => {
  const judge = (text: string, ...requests: Parameters<typeof numbered>) =>
    evaluate(scenarioOf(text), numbered(...requests), { now: start + 3_600_000, startedAt: start })
  const of =
    (id: number, tagName = 'other') =>
    (body: string) =>
      ann(body)
        .replace(/("contact": \{ "id": )\d+/, `$1${id}`)
        .replace(/"contact_id": \d+/, `"contact_id": ${id}`)
        .replace('TagKerenSaya', tagName)
  const visits = Array.from({ length: 400 }, (_, at) => send('page-visited', { at: 2000 + at }))

  it('leave to a step what only that one can take, however much else has come', () => {
    const text = `
name: n
steps:
  - expect: tag-added
  - expect: page-visited
  - expect: tag-added
    where: { data.tag.name: lead }
  - expect: page-visited
`
    const tags = [tag(0), send('tag-added', { at: 10, edit: of(77) })]
    const { state, steps } = judge(text, ...tags, ...visits)
    expect(state).toBe('passed')
    expect(steps.map(({ seqs }) => seqs)).toEqual([[2], [3], [1], [4]])
    expect(judge(text, tag(0), ...visits)).toMatchObject({ state: 'failed', failedStep: 2 })
  })

  it.each(['any', 'written'])(
    'carry what was captured, though four hundred others come first: order %s',
    (order) => {
      const text = `
name: n
order: ${order}
steps:
  - expect: funnel-step-form-subscribed
    capture: { contact: data.contact.id }
  - expect: page-visited
  - expect: tag-added
    where: { data.contact.id: { captured: contact } }
`
      const others = visits.map((_, at) =>
        send('funnel-step-form-subscribed', { at, edit: of(1000 + at) }),
      )
      const requests = [...others, optIn(1500), ...visits, tag(9000)]
      expect(judge(text, ...requests)).toMatchObject({
        state: 'passed',
        captured: [{ name: 'contact', value: '77' }],
      })
    },
  )

  it('come right after each other, though four hundred pairs do not', () => {
    const text = `
name: n
order: written
steps:
  - expect: page-visited
  - expect: tag-added
    within: { time: 1s, from: previous }
  - expect: new-sale
    within: { time: 1s, from: previous }
`
    const pairs = visits.flatMap((_, at) => [
      send('page-visited', { at: at * 100 }),
      tag(at * 100 + 50),
    ])
    const { state, steps } = judge(text, ...pairs, sale(40_500))
    expect(state).toBe('passed')
    expect(steps.map(({ seqs }) => seqs)).toEqual([[773], [792], [801]])
  })
})

describe('one contact', () => {
  const scenario = scenarioOf(`
name: n
order: written
sameContact: true
steps:
  - expect: account-contact-opt-in
  - expect: tag-added
  - expect: account-sale-new
`)
  const numberedAs = (id: number) => (body: string) =>
    body
      .replace(/("contact": ?\{\s*"id": ?)\d+/, `$1${id}`)
      .replace(/("contactId": ?)\d+/, `$1${id}`)
      .replace(/"email": ?"[^"]*"/, `"email":"c${id}@example.com"`)
  const cameFrom = (...ids: [optIn: number, tag: number, sale: number]) => {
    const triggers = ['account-contact-opt-in', 'tag-added', 'account-sale-new'] as const
    return numbered(
      ...triggers.map((trigger, at) => send(trigger, { at, edit: numberedAs(ids[at] ?? 0) })),
    )
  }

  it('is the same in both families, whatever the shape', () => {
    const result = evaluate(scenario, cameFrom(77, 77, 77), { now: start + 5000 })
    expect(result).toMatchObject({ state: 'passed', contact: '77' })
    const other = evaluate(scenario, cameFrom(77, 77, 78), { now: start + 5000 })
    expect(other).toMatchObject({ state: 'failed', failedStep: 2 })
    expect(other.steps[2]?.closestMiss?.differences).toEqual([
      { field: 'contact', expected: '77', actual: '78' },
    ])
  })

  it('is known by e-mail where an event has no id', () => {
    const [first, tag, sale] = cameFrom(77, 77, 77)
    const nameless = send('tag-added', {
      at: 1,
      edit: (body) => numberedAs(77)(body).replace('"id":77,', '').replace('"id": 77,', ''),
    })
    expect(nameless.events[0]?.contact).toEqual({ email: 'c77@example.com' })
    const requests = [first, { ...nameless, seq: tag?.seq ?? 0 }, sale].flatMap(
      (each) => each ?? [],
    )
    expect(evaluate(scenario, requests, { now: start + 5000 }).state).toBe('passed')
  })
})

describe('a run that goes on', () => {
  const live = { startedAt: start, isOver: false, now: start + 5000 }

  it('is not over while all it asks is that nothing comes', () => {
    const quiet = scenarioOf('name: n\ntimeout: 1m\nsteps: [{never: tag-removed}]')
    expect(evaluate(quiet, numbered(optIn()), live)).toMatchObject({
      state: 'waiting',
      nextDeadline: '2026-11-24T10:01:00.000Z',
    })
    const late = { ...live, now: start + 60_001 }
    expect(evaluate(quiet, numbered(optIn()), late).state).toBe('passed')
    const removed = numbered(send('tag-removed'))
    expect(evaluate(quiet, removed, live).state).toBe('failed')
  })

  it('waits for another contact where one can pass no more and has come no further', () => {
    const other = send('funnel-step-form-subscribed', { at: 12_000, edit: bob })
    const requests = numbered(optIn(0), other)
    const now = start + 12_500
    expect(evaluate(flow, requests, { ...live, now })).toMatchObject({
      state: 'waiting',
      contact: '78',
    })
    expect(evaluate(flow, requests, { ...live, now: now + 10_000 }).state).toBe('failed')
  })

  it('tells how many came where that is too few', () => {
    const twice = scenarioOf('name: n\nsteps: [{exactly: 2, of: new-sale}]')
    const { steps } = evaluate(twice, numbered(optIn(), sale()), { now: start + 5000 })
    expect(steps[0]).toMatchObject({
      seqs: [2],
      closestMiss: { seq: 2, differences: [{ field: 'count', expected: '2', actual: '1' }] },
    })
  })

  it('lacks nothing while it only waits whether more comes', () => {
    const one = scenarioOf('name: n\nsteps: [{exactly: 1, of: new-sale}, {expect: tag-added}]')
    const { steps } = evaluate(one, numbered(optIn(), sale()), live)
    expect(steps[0]).toMatchObject({ state: 'waiting', seqs: [2], closestMiss: null })
  })

  it('names of several other events the one that is most alike', () => {
    const tagged = scenarioOf('name: n\nsteps: [{expect: tag-added}]')
    const requests = numbered(send('tag-removed'), send('page-visited'), optIn())
    const { steps } = evaluate(tagged, requests, { now: start + 5000 })
    expect(steps[0]?.closestMiss).toMatchObject({ seq: 1, event: 'tag-removed' })
  })
})
