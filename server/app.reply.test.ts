import { beforeEach, describe, expect, test } from 'vitest'
import { RawClient, talk } from './testing/raw-client.ts'
import { appForTests, startApp } from './testing/start.ts'

const app = appForTests({ replyTimeout: 150, slowReply: 100 })
let count = 0
beforeEach(() => {
  count += 1
})

const addBin = (reply: unknown) => app.addBin(`reply-${count}`, reply)
const requestTo = (bin: string, more = '', method = 'POST') =>
  `${method} /bin/${bin} HTTP/1.1\r\nHost: x\r\n${more}\r\n`
const send = (bin: string, more = '', method = 'POST') =>
  talk(app.port, requestTo(bin, more, method))

describe('the reply of a bin', () => {
  test('is ok by default, with the number of the request', async () => {
    const bin = await addBin({})
    const [reply] = await send(bin)
    expect(reply).toMatchObject({ status: 200, body: 'ok\n' })
    expect(reply?.head).toMatch(/^content-type: text\/plain; charset=utf-8$/im)
    expect(reply?.head).toMatch(/^x-bin-seq: 1$/im)
  })

  test('is what was set: status, headers in order and twice, body, delay', async () => {
    const headers = [
      ['X-B', '2'],
      ['x-a', '\xe9'],
      ['X-B', '1'],
      ['Date', 'never'],
    ]
    const bin = await addBin({ status: 418, headers, body: 'é', delay: 50 })
    const started = performance.now()
    const [reply] = await send(bin)
    expect(performance.now() - started).toBeGreaterThan(45)
    expect(reply).toMatchObject({ status: 418, body: '\xc3\xa9' })
    expect(reply?.head).toContain(
      'X-B: 2\r\nx-a: \xe9\r\nX-B: 1\r\nDate: never\r\nContent-Length: 2',
    )
    const given = { status: 418, delay: 50, outcome: 'sent' }
    expect(await app.captured(bin)).toMatchObject([{ reply: given }])
  })

  test('can be changed at any time', async () => {
    const bin = await addBin({})
    const client = new RawClient(app.port)
    await client.send(requestTo(bin, 'Content-Length: 2\r\n'))
    await client.send('h')
    const record = app.store.bins.get(bin)
    await app.store.bins.update(bin, { reply: { ...record?.reply, ...changed } })
    await client.send('i')
    expect(await client.replies(1)).toMatchObject([{ status: 503, body: 'later' }])
    client.socket.destroy()
  })
  const changed = { status: 503, headers: [], body: 'later', delay: 0, cors: false, sequence: [] }

  test.each([
    {},
    { status: 404, body: '' },
    { status: 204 },
    { status: 304, body: 'x' },
    { headers: { 'Content-Type': 'text/html' }, body: '<script>1</script>' },
    { sequence: [500] },
    { cors: true },
  ])('carries the policy that keeps it apart, and no cookie: %j', async (settings) => {
    const bin = await addBin(settings)
    for (const [reply] of [await send(bin), await send('nix')]) {
      expect(reply?.head).toMatch(/^content-security-policy: sandbox; default-src 'none'/im)
      expect(reply?.head).toMatch(/^x-content-type-options: nosniff$/im)
      expect(reply?.head).not.toMatch(/^set-cookie/im)
    }
  })

  test.each([
    ['GET', 200],
    ['GET', 204],
    ['GET', 205],
    ['GET', 304],
    ['HEAD', 200],
    ['OPTIONS', 500],
  ])('to %s with status %i leaves the connection in step', async (method, status) => {
    const bin = await addBin({ status, body: 'a body' })
    const client = new RawClient(app.port, method !== 'HEAD')
    await client.send(requestTo(bin, '', method).repeat(3))
    const replies = await client.replies(3)
    client.socket.destroy()
    const body = method === 'HEAD' || status === 204 || status === 304 ? '' : 'a body'
    expect(replies.map((reply) => [reply.status, reply.body])).toEqual(
      Array.from({ length: 3 }, () => [status, body]),
    )
  })
})

describe('a sequence', () => {
  test('is used in turn, the last step again and again', async () => {
    const own = { status: 202, headers: [['X-Own', '1']], body: 'own' }
    const bin = await addBin({ body: 'fixed', sequence: [500, 200, own, 204] })
    const replies = []
    for (let index = 0; index < 5; index += 1) replies.push(...(await send(bin)))
    expect(replies.map((reply) => [reply.status, reply.body])).toEqual([
      [500, '500 Internal Server Error\n'],
      [200, 'fixed'],
      [202, 'own'],
      [204, ''],
      [204, ''],
    ])
    expect(replies[2]?.head).toContain('X-Own: 1')
    const given = (await app.captured(bin)).map((request) => request.reply.status)
    expect(given).toEqual([500, 200, 202, 204, 204])
  })

  test('keeps its order over pipelined requests', async () => {
    const bin = await addBin({ sequence: [500, 501, 502, 503, 200] })
    const replies = await talk(app.port, requestTo(bin).repeat(6), 6)
    expect(replies.map((reply) => reply.status)).toEqual([500, 501, 502, 503, 200, 200])
  })

  test('"timeout" never answers, and lets go in the end', async () => {
    const bin = await addBin({ sequence: ['timeout'] })
    const client = new RawClient(app.port)
    const started = performance.now()
    await client.send(requestTo(bin))
    expect(await client.end()).toEqual([])
    expect(performance.now() - started).toBeGreaterThan(140)
    const given = { status: null, delay: 0, outcome: 'timeout' }
    expect(await app.captured(bin)).toMatchObject([{ reply: given }])
  })

  test('"timeout" ends when the sender gives up', async () => {
    const patient = await startApp({ replyTimeout: 60_000 })
    await patient.addBin('patient', { sequence: ['timeout'] })
    const client = new RawClient(patient.port)
    await client.send(requestTo('patient'))
    await expect.poll(() => patient.captured('patient')).toHaveLength(1)
    client.socket.end()
    expect(await client.end(2000)).toEqual([])
    await patient.stop()
  })

  test('"reset" resets the connection', async () => {
    const bin = await addBin({ sequence: ['reset'] })
    const client = new RawClient(app.port)
    const failed = new Promise<Error>((resolve) => {
      client.socket.once('error', resolve)
    })
    await client.send(requestTo(bin))
    expect(await failed).toMatchObject({ code: 'ECONNRESET' })
    const given = { status: null, delay: 0, outcome: 'reset' }
    expect(await app.captured(bin)).toMatchObject([{ reply: given }])
  })

  test.each(['reset', 'timeout'])('"%s" comes after the replies before', async (way) => {
    const bin = await addBin({ sequence: [200, way] })
    const client = new RawClient(app.port)
    await client.send(requestTo(bin).repeat(2))
    expect(await client.end()).toMatchObject([{ status: 200 }])
    expect(await app.captured(bin)).toMatchObject([{}, { reply: { outcome: way } }])
  })

  test.each(['a body of some length', 'x', ''])('"slow" drips the body out: %j', async (body) => {
    const bin = await addBin({ body, sequence: ['slow'] })
    const started = performance.now()
    const replies = await talk(app.port, requestTo(bin).repeat(2), 2)
    expect(performance.now() - started).toBeGreaterThan(90)
    expect(replies).toMatchObject([
      { status: 200, body },
      { status: 200, body },
    ])
    const given = { status: 200, delay: 0, outcome: 'slow' }
    expect(await app.captured(bin)).toMatchObject([{ reply: given }, { reply: given }])
  })

  test('outlives senders that leave during a delay or a slow reply', async () => {
    const bin = await addBin({ delay: 20, sequence: [200, 'slow', 'timeout'] })
    for (let index = 0; index < 3; index += 1) {
      const client = new RawClient(app.port)
      await client.send(requestTo(bin))
      await expect.poll(() => app.captured(bin)).toHaveLength(index + 1)
      client.socket.resetAndDestroy()
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 200)
    })
    expect(await send(await app.addBin(`${bin}-after`))).toMatchObject([{ status: 200 }])
  })
})
