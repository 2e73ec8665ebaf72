import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { problemOf, startApi, type RunningApi } from '../testing/api.ts'
import { talk } from '../testing/raw-client.ts'
import { startTarget } from '../testing/target.ts'

let api: RunningApi
let target: Awaited<ReturnType<typeof startTarget>>
let id = ''
let key = ''

beforeAll(async () => {
  target = await startTarget()
  api = await startApi({ forwardTo: [target.url] })
})
afterAll(async () => {
  await api.stop()
  target.stop()
})
beforeEach(async () => {
  target.hits.length = 0
  target.answer = (res) => res.end('thanks')
  ;({ id, key } = await api.newBin())
})

const raw = (bin: string) =>
  [
    `PUT /bin/${bin}/a%20b?x=%zz HTTP/1.1`,
    'host: hooks.example.com',
    'X-B: \xe9',
    'x-a: 1',
    'x-a: 2',
    'Cookie: a=b',
    'Content-Length: 4',
    'authorization: Bearer secret',
    '',
    '\xff{1}',
  ].join('\r\n')

const capture = async () => {
  await talk(api.port, raw(id))
}
const replay = (body = {}, seq: number | string = 1) =>
  api.client('replayRequest', { params: { id, seq }, key, body })

describe('a captured request sent again', () => {
  test('to its bin is the same, byte for byte', async () => {
    await capture()
    const sending = await replay()
    const asked = { cause: 'replay', seq: 1, to: null, method: 'PUT', bytes: 4, attempt: 1 }
    const got = { status: 200, body: 'ok\n', size: 3, fault: null, binSeq: 2 }
    expect(sending).toMatchObject({ ...asked, ...got })
    const [first, second] = await api.captured(id)
    const { method, target: path, rawHeaders, sha256 } = first ?? {}
    expect(second).toMatchObject({ method, target: path, rawHeaders, sha256 })
  })

  test('to a target brings all but what belongs to the connection or is secret', async () => {
    await capture()
    const sending = await replay({ to: `${target.url}/hook?from=bin` })
    expect(sending).toMatchObject({ status: 200, body: 'thanks', binSeq: null })
    expect(target.hits).toMatchObject([
      { method: 'PUT', url: '/hook/a%20b?from=bin&x=%zz', body: '\xff{1}' },
    ])
    const headers = target.hits[0]?.rawHeaders.join('|') ?? ''
    expect(headers).toContain(`host|127.0.0.1:${new URL(target.url).port}|X-B|\xe9|x-a|1|x-a|2`)
    expect(headers).not.toMatch(/secret|a=b/)
    await replay({ to: target.url, credentials: true })
    expect(target.hits[1]?.rawHeaders.join('|')).toMatch(/Cookie\|a=b.*Bearer secret/)
  })

  test('can be edited', async () => {
    await capture()
    const headers = [['X-New', '1']]
    const edits = { method: 'POST', path: '/else?y', headers, body: 'é' }
    expect(await replay({ edits })).toMatchObject({ method: 'POST', bytes: 2, binSeq: 2 })
    const [, second] = await api.captured(id)
    expect(second).toMatchObject({
      method: 'POST',
      target: `/bin/${id}/else?y`,
      rawHeaders: ['Host', `127.0.0.1:${api.port}`, 'X-New', '1', 'Content-Length', '2'],
      body: Buffer.from('é'),
    })
  })

  test('tells what went wrong', async () => {
    await capture()
    target.answer = (res) => res.socket?.resetAndDestroy()
    expect(await replay({ to: target.url })).toMatchObject({
      status: null,
      fault: { code: 'reset' },
    })
  })

  test.each([
    ['http://example.com/', 'target-not-allowed'],
    ['http://169.254.169.254/', 'target-not-allowed'],
    ['nonsense', 'target-not-allowed'],
  ])('goes nowhere else: %s', async (to, code) => {
    await capture()
    expect(await problemOf(replay({ to }))).toMatchObject({ code, status: 403, pointer: '/to' })
  })

  test.each([
    { edits: { headers: [['X-A', 'a\r\nb: c']] } },
    { edits: { headers: [['X A', '1']] } },
    { edits: { headers: [['X', '\u0100']] } },
    { edits: { method: 'GET /x' } },
    { edits: { path: '/a b' } },
    { edits: { path: 'x' } },
    { edits: { path: '/\r\n' } },
  ])('is not written so that it becomes another: %j', async (body) => {
    await capture()
    expect(await problemOf(replay(body))).toMatchObject({ code: 'invalid-input' })
    expect(api.store.state(id)).toMatchObject({ latest: 1 })
  })

  test('must be there, and its bin be ours', async () => {
    expect(await problemOf(replay({}, 99))).toMatchObject({ code: 'request-not-found' })
    expect(await problemOf(replay({}, 'x'))).toMatchObject({ code: 'request-not-found' })
    const answer = await api.ask(`/api/bins/${id}/requests/1/replay`, { json: {} })
    expect(answer.status).toBe(401)
    expect((await api.ask(`/api/bins/${id}/sendings`)).status).toBe(401)
  })

  test('is remembered with its answer', async () => {
    await capture()
    await replay({ to: target.url })
    await replay()
    const { sendings, targets } = await api.client('listSendings', { params: { id }, key })
    expect(sendings).toMatchObject([{ to: null }, { to: `${target.url}/a%20b?x=%zz` }])
    expect(targets).toEqual({ allowed: [`${target.url}/`], anyPublic: false })
  })
})

const setForward = (to = target.url) =>
  api.client('setForward', { params: { id }, key, body: { to } })
const forwardOf = async () => (await api.client('listSendings', { params: { id }, key })).forward

describe('a rule to forward', () => {
  test('sends on what comes from then on, until it is removed', async () => {
    await api.capture(id, 'before')
    const { forward } = await setForward()
    expect(forward).toMatchObject({ to: target.url, after: 1, credentials: false, stopped: null })
    await api.capture(id, 'one', { headers: { Authorization: 'secret' } })
    await api.capture(id, 'two')
    await expect.poll(() => target.hits.map(({ body }) => body)).toEqual(['one', 'two'])
    expect(target.hits[0]?.rawHeaders.join('|')).not.toContain('secret')
    await expect.poll(forwardOf).toMatchObject({ after: 3, waiting: 0, sent: 2, failed: 0 })
    await api.client('removeForward', { params: { id }, key })
    await api.capture(id, 'three')
    expect(await forwardOf()).toBe(null)
    expect(target.hits).toHaveLength(2)
  })

  test('counts what the target refuses', async () => {
    target.answer = (res) => res.writeHead(422).end('no')
    await setForward()
    await api.capture(id, 'one')
    await expect.poll(forwardOf).toMatchObject({ sent: 0, failed: 1, waiting: 0 })
    const { sendings } = await api.client('listSendings', { params: { id }, key })
    expect(sendings).toMatchObject([{ cause: 'forward', seq: 1, status: 422, body: 'no' }])
  })

  test('is refused where nothing may be sent', async () => {
    expect(await problemOf(setForward('http://10.0.0.1/'))).toMatchObject({
      code: 'target-not-allowed',
    })
    expect(await problemOf(setForward(`http://127.0.0.1:${api.port}/bin/x`))).toMatchObject({
      code: 'target-not-allowed',
    })
    expect(await forwardOf()).toBe(null)
  })
})

describe('a playback', () => {
  const play = (body: object) =>
    api.client('startPlayback', { params: { id }, key, body: { to: target.url, ...body } })
  const playback = async () => (await api.client('listSendings', { params: { id }, key })).playback

  /** Three requests that came some time apart. */
  async function record(gap = 300) {
    const bin = api.store.bins.get(id)
    for (const place of [0, 1, 2]) {
      const at = 1_000_000 + place * gap
      const head = { method: 'POST', target: `/bin/${bin?.id}`, httpVersion: '1.1' }
      const more = { rawHeaders: ['Host', 'x'], rawTrailers: [], size: 1, flags: [] }
      const peer = { address: '127.0.0.1', port: 1 }
      const reply = { status: 200, delay: 0, outcome: 'sent' } as const
      await api.store.append(
        id,
        { ...head, ...more, peer, reply, receivedAt: at, completedAt: at },
        Buffer.from(String(place)),
      )
    }
  }

  test.each([
    [1, 300],
    [100, 3000],
  ])('at speed %i keeps the gaps of %i ms', async (speed, gap) => {
    await record(gap)
    const began = performance.now()
    const started = await play({ speed })
    expect(started.playback).toMatchObject({ total: 3, state: 'running', speed })
    await expect.poll(playback).toMatchObject({ state: 'ended', done: 3, failed: 0 })
    expect(target.hits.map(({ body }) => body)).toEqual(['0', '1', '2'])
    // Counted from the beginning: the first may be late on a busy machine.
    const took = (target.hits.at(-1)?.at ?? 0) - began
    expect(took).toBeGreaterThan(gap / speed - 2)
    if (speed > 1) expect(took).toBeLessThan(gap)
  })

  test('takes a selection or a range', async () => {
    await record()
    await play({ seqs: [3, 1], speed: 1000 })
    await expect.poll(playback).toMatchObject({ state: 'ended', done: 2 })
    await play({ from: 2, until: 2 })
    await expect.poll(playback).toMatchObject({ state: 'ended', done: 1 })
    expect(target.hits.map(({ body }) => body)).toEqual(['0', '2', '1'])
    expect(await problemOf(play({ from: 9 }))).toMatchObject({ code: 'invalid-input' })
  })

  test('can be cancelled, and runs once at a time', async () => {
    await record()
    await play({ speed: 0.01 })
    await expect.poll(() => target.hits).toHaveLength(1)
    expect(await problemOf(play({}))).toMatchObject({ code: 'playback-running', status: 409 })
    await api.client('cancelPlayback', { params: { id }, key })
    expect(await playback()).toMatchObject({ state: 'cancelled', done: 1, nextAt: null })
    await play({ speed: 1000 })
    await expect.poll(playback).toMatchObject({ state: 'ended' })
  })

  test('plays into the bin itself', async () => {
    await record()
    await api.client('startPlayback', { params: { id }, key, body: { speed: 100 } })
    await expect.poll(playback).toMatchObject({ state: 'ended', done: 3 })
    expect(api.store.state(id)).toMatchObject({ latest: 6 })
  })
})
