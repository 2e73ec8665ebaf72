import { afterEach, describe, expect, test } from 'vitest'
import { problemOf, startApi, type RunningApi } from '../testing/api.ts'
import { LiveClient } from '../testing/live-client.ts'
import type { StartOptions } from '../testing/start.ts'

let api: RunningApi | undefined
afterEach(() => api?.stop())

/** A server that believes this machine when it says for whom it asks. */
async function limited(options: StartOptions = {}) {
  api = await startApi({
    trustProxy: ['127.0.0.1'],
    rates: { unknownBins: 4, newBins: 3, passwords: 2 },
    ...options,
  })
  return api
}

const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })
const [ann, bob] = [from('203.0.113.7'), from('203.0.113.8')]

const statuses = async (count: number, call: () => Promise<Response>) => {
  const seen: number[] = []
  for (let i = 0; i < count; i++) seen.push((await call()).status)
  return seen
}

describe('asking for bins that do not exist', () => {
  test('ends in 429 for who does it too often, by whichever way', async () => {
    const server = await limited()
    const ways = [
      () => server.ask('/api/bins/guess-1', ann),
      () => server.ask('/bin/guess-2', { ...ann, body: 'x' }),
      () => server.ask('/bin/guess-3?inspect', ann),
      () => server.ask('/api/bins/guess-4/requests', ann),
    ]
    const first = []
    for (const way of ways) first.push((await way()).status)
    expect(first).toEqual([404, 404, 404, 404])
    for (const way of ways) {
      const answer = await way()
      expect(answer.status).toBe(429)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(await answer.json()).toMatchObject({ code: 'too-many-requests', status: 429 })
    }
    expect((await ways[0]?.())?.status).toBe(429)
    expect((await server.ask('/api/bins/guess-1', bob)).status).toBe(404)
  })

  test('then tells no longer which bins there are, but to who has the key or a share', async () => {
    const server = await limited()
    const { id, key } = await server.newBin({ id: 'real-bin' })
    const { share, token } = await server.client('createShare', { params: { id }, key, body: {} })
    await statuses(5, () => server.ask('/api/bins/guess', ann))
    expect((await server.ask(`/api/bins/${id}`, ann)).status).toBe(429)
    expect((await server.ask(`/bin/${id}?inspect`, ann)).status).toBe(429)
    expect((await server.ask(`/api/bins/${id}`, { ...ann, key: 'wrong' })).status).toBe(429)
    expect((await server.ask(`/api/bins/${id}`, { ...ann, key })).status).toBe(200)
    expect((await server.ask(`/api/bins/${share.id}`, { ...ann, key: token })).status).toBe(200)
    expect((await server.ask(`/api/bins/${id}`, bob)).status).toBe(200)
  })

  test('keeps no sender behind the same address from a bin that is there', async () => {
    const server = await limited()
    const { id } = await server.newBin()
    await statuses(9, () => server.ask('/bin/guess', { ...ann, body: 'x' }))
    expect(await server.capture(id, 'x', ann)).toBe(1)
  })

  test('is counted on live streams as well', async () => {
    const server = await limited()
    const options = { ...ann, origin: server.base }
    for (let i = 0; i < 4; i++) {
      const client = new LiveClient(server.port, '/api/bins/guess/live', options)
      await client.until(() => client.closed !== null)
      expect(client.closed?.code).toBe(4404)
    }
    expect((await server.ask('/api/bins/guess', ann)).status).toBe(429)
  })

  test('is no matter for programs of this machine, unless they ask for others', async () => {
    const server = await limited({ trustProxy: [] })
    expect(new Set(await statuses(20, () => server.ask('/api/bins/guess')))).toEqual(new Set([404]))
    const proxied = await statuses(5, () => server.ask('/api/bins/guess', ann))
    expect(proxied).toEqual([404, 404, 404, 404, 429])
    // A proxy that is not trusted may have said anything: all that comes through it is one.
    expect((await server.ask('/api/bins/guess', bob)).status).toBe(429)
  })
})

test('what comes through the listener for senders is counted, though it comes from here', async () => {
  const server = await limited({ trustProxy: [], outside: {} })
  const guess = () => fetch(`http://127.0.0.1:${server.outsidePort}/bin/guess`, { method: 'POST' })
  expect(await statuses(5, guess)).toEqual([404, 404, 404, 404, 429])
  expect((await server.ask('/bin/guess', { body: 'x' })).status).toBe(404)
})

test('making bins ends in 429 for who does it too often', async () => {
  const server = await limited()
  const make = (who: typeof ann) => server.ask('/api/bins', { ...who, json: {} })
  expect(await statuses(4, () => make(ann))).toEqual([201, 201, 201, 429])
  expect(Number((await make(ann)).headers.get('retry-after'))).toBeGreaterThan(10)
  expect(await statuses(1, () => make(bob))).toEqual([201])
  expect(new Set(await statuses(20, () => server.ask('/api/bins', { json: {} })))).toEqual(
    new Set([201]),
  )
})

test('passwords are counted for each share and address, also of this machine', async () => {
  const server = await limited()
  const { id, key } = await server.newBin()
  const share = async () =>
    server.client('createShare', { params: { id }, key, body: { password: 'tulip' } })
  const [one, other] = [await share(), await share()]
  const unlock = (token: string, who = {}, password = 'rose') =>
    server.ask('/api/share/unlock', { ...who, key: token, json: { password } })
  expect(await statuses(3, () => unlock(one.token))).toEqual([403, 403, 429])
  expect((await unlock(one.token, {}, 'tulip')).status).toBe(429)
  expect((await unlock(one.token, ann, 'tulip')).status).toBe(200)
  expect((await unlock(other.token)).status).toBe(403)
  const networks = ['2001:db8::1', '2001:db8::2', '2001:db8::3'].map(from)
  const seen = []
  for (const network of networks) seen.push((await unlock(other.token, network)).status)
  expect(seen).toEqual([403, 403, 429])
})

test('the usual limits leave bursts alone', async () => {
  const server = await limited({ rates: {} })
  const { id } = await server.newBin()
  expect(new Set(await statuses(300, () => server.ask('/bin/gone', ann)))).toEqual(new Set([404]))
  // What was spent comes back, five a second: sent faster, it is spent again.
  expect(await statuses(200, () => server.ask('/bin/gone', ann))).toContain(429)
  expect(await server.capture(id, 'x', ann)).toBe(1)
  expect((await problemOf(server.client('readBin', { params: { id: 'gone' } }))).status).toBe(404)
})
