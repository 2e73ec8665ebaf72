import { beforeEach, describe, expect, test } from 'vitest'
import { RawClient } from './testing/raw-client.ts'
import { appForTests } from './testing/start.ts'

/** What becomes of a request that comes with bytes behind it that are none. */

const app = appForTests()
let bin = ''
let count = 0
beforeEach(async () => {
  count += 1
  bin = await app.addBin(`junk-${count}`)
})

const post = 'POST /bin/{bin} HTTP/1.1\r\nHost: x\r\n'
const closing = `${post}Connection: close\r\nContent-Length: 2\r\n\r\nhi`
const upgrade = `${post}Connection: Upgrade\r\nUpgrade: h2c\r\n`
const junk = 'junk\r\n\r\n'
const refused = { flags: [], reply: { status: 400, delay: 0, outcome: 'sent' } }
const answered = { flags: [], reply: { status: 200, delay: 0, outcome: 'sent' } }

/** Sends all in one write, closes its side and gives the replies that come until the end. */
async function send(message: string) {
  const client = new RawClient(app.port)
  await client.send(message.replaceAll('{bin}', bin))
  client.socket.end()
  return client.end()
}

const statusesOf = async (message: string) => (await send(message)).map(({ status }) => status)

describe('is captured, and refused', () => {
  test('a request that announces no body: the junk may be its body', async () => {
    const replies = await send(`${post}\r\n{"a":1}`)
    expect(replies).toMatchObject([{ status: 400 }])
    const detail = expect.stringContaining('announces no body')
    expect(JSON.parse(replies[0]?.body ?? '')).toMatchObject({ code: 'bad-request', detail })
    expect(await app.captured(bin)).toMatchObject([{ size: 0, ...refused }])
    expect(app.store.state(bin)?.counts).toMatchObject({ rejected: 1, aborted: 0 })
  })

  test.each([
    ['HTTP/1.0', `GET /bin/{bin} HTTP/1.0\r\n\r\nGET /bin/{bin} HTTP/1.0\r\n\r\n`],
    ['Connection: close', `${closing}${post}\r\n`],
  ])('a request that was to be the last: %s', async (_, message) => {
    expect(await statusesOf(message)).toEqual([400])
    expect(await app.captured(bin)).toMatchObject([refused])
  })
})

describe('is captured, and answered', () => {
  test('a request that announces its body, before the junk is refused', async () => {
    expect(await statusesOf(`${post}Content-Length: 0\r\n\r\n${junk}`)).toEqual([200, 400])
    const chunked = `${post}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`
    expect(await statusesOf(`${chunked}${junk}`)).toEqual([200, 400])
    expect(await app.captured(bin)).toMatchObject([answered, answered])
  })

  test('a request whose sender has closed its side before the reply, and the junk is refused', async () => {
    const slow = await app.addBin(`${bin}-slow`, { delay: 50 })
    const first = `POST /bin/${slow} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`
    expect(await statusesOf(`${first}${junk}`)).toEqual([200, 400])
    expect(await statusesOf(`${first}${post}\r\n${junk}`)).toEqual([200, 400])
    expect(await statusesOf(`${first}GET / HTTP/1.1\r\nHost: x\r\n\r\n${junk}`)).toEqual([
      200, 421, 400,
    ])
  })

  test('every request but the last', async () => {
    expect(await statusesOf(`${post}\r\n${post}\r\n${junk}`)).toEqual([200, 400])
    expect(await app.captured(bin)).toMatchObject([answered, refused])
  })

  test('a request that was to be the last, with blank lines behind it', async () => {
    expect(await statusesOf(`${closing}\r\n\r\n`)).toEqual([200])
  })

  test('a request whose reply is on its way when the junk comes', async () => {
    const slow = await app.addBin(`${bin}-slow`, { delay: 50 })
    const client = new RawClient(app.port)
    await client.send(`GET /bin/${slow} HTTP/1.1\r\nHost: x\r\n\r\n`)
    await expect.poll(() => app.captured(slow)).toHaveLength(1)
    await client.send(junk)
    expect(await client.replies(2)).toMatchObject([{ status: 200 }, { status: 400 }])
    client.socket.destroy()
  })

  test('a request that asks for another protocol: the junk may be in that protocol', async () => {
    const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'
    expect(await statusesOf(`${upgrade}\r\n${preface}`)).toEqual([200])
    expect(await statusesOf(`${upgrade}Content-Length: 2\r\n\r\nhi${preface}`)).toEqual([200])
    const kept = { ...answered, flags: ['upgrade'] }
    expect(await app.captured(bin)).toMatchObject([kept, kept])
    expect(app.store.state(bin)?.counts.rejected).toBe(2)
  })
})

describe('is refused, and not captured', () => {
  test.each([
    ['with junk behind it', `GET /bin/{bin} HTTP/1.1\r\n\r\n${junk}`],
    ['with a broken body', 'POST /bin/{bin} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ])('a request without Host, and %s for that too', async (_, message) => {
    const replies = await send(message)
    const codes = replies.map(({ body }) => (JSON.parse(body) as { code: string }).code)
    expect(codes).toEqual(['host-missing', 'bad-request'])
    expect(await app.captured(bin)).toEqual([])
  })

  test.each([
    ['breaks off', 'Content-Length: 9\r\n\r\nhi'],
    ['goes on, and breaks', 'Transfer-Encoding: chunked\r\n\r\n1\r\na\r\nzz\r\n'],
  ])('a request without Host that %s, once', async (_, rest) => {
    expect(await statusesOf(`POST /bin/{bin} HTTP/1.1\r\n${rest}`)).toEqual([400])
  })

  test('a request without Host and with junk, after the replies before it', async () => {
    const slow = await app.addBin(`${bin}-slow`, { delay: 50 })
    const first = `GET /bin/${slow} HTTP/1.1\r\nHost: x\r\n\r\n`
    const broken = 'POST /bin/{bin} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'
    expect(await statusesOf(first + broken)).toEqual([200, 400, 400])
  })
})
