import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeEach, describe, expect, test } from 'vitest'
import { createMemoryStore } from './store/memory.ts'
import { RawClient, talk } from './testing/raw-client.ts'
import { appForTests, startApp } from './testing/start.ts'

const app = appForTests()
let bin = ''
let count = 0
beforeEach(async () => {
  count += 1
  bin = await app.addBin(`order-${count}`)
})

const post = (suffix: string | number, body = '') =>
  `POST /bin/${bin}/${suffix} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`
const targets = async () => (await app.captured(bin)).map(({ target }) => target.split('/').at(-1))
const seqOf = (head: string) => Number(/x-bin-seq: (\d+)/i.exec(head)?.[1])

describe('requests in one write', () => {
  test.each([3, 1000])('%i of them are stored and answered in order', async (number) => {
    const all = Array.from({ length: number }, (_, index) => post(index, `body ${index}`))
    const replies = await talk(app.port, all.join(''), number)
    const numbers = Array.from({ length: number }, (_, index) => index + 1)
    expect(replies.map((reply) => seqOf(reply.head))).toEqual(numbers)
    expect(await targets()).toEqual(numbers.map((each) => `${each - 1}`))
  })

  test('keep their order where long and short bodies alternate', async () => {
    const long = 'a'.repeat(100_000)
    const all = [post(0, long), post(1, 'short'), post(2), post(3, long), post(4, long), post(5)]
    const replies = await talk(app.port, all.join(''), 6)
    expect(replies.map((reply) => seqOf(reply.head))).toEqual([1, 2, 3, 4, 5, 6])
    expect(await targets()).toEqual(['0', '1', '2', '3', '4', '5'])
  })

  test('are all answered where a bin is unknown in between', async () => {
    const nowhere = 'POST /bin/nix HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi'
    const replies = await talk(app.port, post(0, 'a') + nowhere + post(1, 'b'), 3)
    expect(replies.map((reply) => reply.status)).toEqual([200, 404, 200])
  })

  test('are answered before what cannot be read behind them', async () => {
    const slow = await app.addBin(`${bin}-slow`, { delay: 50 })
    const delayed = `POST /bin/${slow} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`
    const replies = await talk(app.port, `${delayed}${delayed}junk\r\n\r\n`, 3)
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 400])
  })
})

test('a connection holds on to none of its requests', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const frugal = await startApp({ store: createMemoryStore({ limits: { requests: 10 } }) })
  await frugal.addBin('frugal')
  const client = new RawClient(frugal.port)
  const batch = 'POST /bin/frugal HTTP/1.1\r\nHost: x\r\nX-A: b\r\n\r\n'.repeat(100)
  const heapAfter = async (batches: number) => {
    for (let index = 0; index < batches; index += 1) {
      client.received = Buffer.alloc(0)
      await client.send(batch)
      await client.replies(100)
    }
    collect()
    return process.memoryUsage().heapUsed
  }
  const before = await heapAfter(5)
  expect((await heapAfter(40)) - before).toBeLessThan(4_000_000)
  client.socket.destroy()
  await frugal.stop()
})

describe('a request that asks for another protocol', () => {
  const upgrade = (protocol: string, more = '') =>
    `POST /bin/${bin}/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n` +
    `Upgrade: ${protocol}\r\nX-A:  1 \r\nx-a: \xe9\r\n${more}`

  test.each(['h2c', 'websocket', 'TLS/1.0'])('%s is captured whole', async (protocol) => {
    const client = new RawClient(app.port)
    await client.send(upgrade(protocol, 'Content-Length: 10\r\n\r\nhello'))
    await client.send('world')
    expect(await client.replies(1)).toMatchObject([{ status: 200 }])
    const [request] = await app.captured(bin)
    expect(request).toMatchObject({ body: Buffer.from('helloworld'), flags: ['upgrade'] })
    expect(request?.rawHeaders.slice(0, 10)).toEqual(
      ['Host', 'x', 'Connection', 'Upgrade, HTTP2-Settings', 'Upgrade', protocol].concat([
        'X-A',
        '1',
        'x-a',
        '\xe9',
      ]),
    )
    // The connection goes on.
    await client.send(post('second') + upgrade(protocol, '\r\n'))
    expect(await client.replies(3)).toMatchObject([{}, { status: 200 }, { status: 200 }])
    expect(await app.captured(bin)).toHaveLength(3)
    client.socket.destroy()
  })

  test('waits for the replies before it', async () => {
    const slow = await app.addBin(`${bin}-slow`, { delay: 50 })
    const first = `GET /bin/${slow} HTTP/1.1\r\nHost: x\r\n\r\n`
    const replies = await talk(app.port, first + upgrade('h2c', '\r\n') + post('last'), 3)
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200])
    expect(await targets()).toEqual(['x', 'last'])
  })

  test('reaches the control plane as plain HTTP', async () => {
    const host = `Host: localhost:${app.port}\r\n`
    const message = `GET /api/health HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`
    expect(await talk(app.port, message)).toMatchObject([{ status: 200 }])
  })

  test('is flagged as aborted when it breaks off', async () => {
    const client = new RawClient(app.port)
    await client.send(upgrade('h2c', 'Content-Length: 10\r\n\r\nhello'))
    client.socket.end()
    expect(await client.end()).toMatchObject([{ status: 400 }])
    await expect
      .poll(() => app.captured(bin))
      .toMatchObject([{ body: Buffer.from('hello'), flags: ['aborted', 'upgrade'] }])
  })
})

describe('a message split in two at any byte', () => {
  const chunked = 'Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\nX-T: 1\r\n\r\n'
  const messages = {
    'with a length': 'POST /bin/{bin}/é?q HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nabcd',
    'in chunks': `PUT /bin/{bin} HTTP/1.1\r\nHost: x\r\n${chunked}`,
    'with an upgrade': `POST /bin/{bin} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n${chunked}`,
    'that is refused': 'FOO /bin/{bin} HTTP/1.1\r\nHost: x\r\n\r\n',
    'without Host': 'GET /bin/{bin} HTTP/1.1\r\nX-A: b\r\n\r\n',
    'of HTTP/1.0': 'GET /bin/{bin} HTTP/1.0\r\n\r\n',
  }
  test.each(Object.entries(messages))('%s comes out as the unsplit one', async (_, message) => {
    const text = message.replace('é', '%C3%A9').replace('{bin}', bin)
    const outcome = async (parts: string[]) => {
      const client = new RawClient(app.port)
      for (const part of parts) await client.send(part)
      const [reply] = await client.replies(1)
      client.socket.destroy()
      return reply?.status
    }
    const status = await outcome([text])
    const cuts = Array.from({ length: text.length - 1 }, (_unused, index) => index + 1)
    const outcomes = await Promise.all(
      cuts.map((cut) => outcome([text.slice(0, cut), text.slice(cut)])),
    )
    expect(new Set(outcomes)).toEqual(new Set([status]))
    const requests = await app.captured(bin)
    expect(requests).toHaveLength(status === 200 ? text.length : 0)
    const essence = requests.map(({ method, target, rawHeaders, rawTrailers, body, flags }) =>
      JSON.stringify([method, target, rawHeaders, rawTrailers, body.toString(), flags]),
    )
    expect(new Set(essence).size).toBe(status === 200 ? 1 : 0)
  })
})
