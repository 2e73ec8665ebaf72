import { METHODS } from 'node:http'
import { beforeEach, describe, expect, test } from 'vitest'
import { talk } from './testing/raw-client.ts'
import { appForTests } from './testing/start.ts'

/** What Node's parser takes and refuses, and what becomes of it. */

const app = appForTests()
let bin = ''
let count = 0
beforeEach(async () => {
  count += 1
  bin = await app.addBin(`bin-${count}`)
})

/** Sends a request whose first line names the bin as `{bin}`. */
const send = (message: string, replies = 1) =>
  talk(app.port, message.replaceAll('{bin}', bin), replies)
const statusesOf = async (message: string, replies = 1) =>
  (await send(message, replies)).map((reply) => reply.status)

describe('is captured', () => {
  test.each(METHODS.filter((method) => method !== 'CONNECT'))('%s', async (method) => {
    const [reply] = await send(
      `${method} /bin/{bin} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    )
    expect(reply?.status).toBe(200)
    expect(await app.captured(bin)).toMatchObject([{ method, target: `/bin/${bin}`, flags: [] }])
  })

  test('HEAD gets the head of the reply alone', async () => {
    const message = 'HEAD /bin/{bin} HTTP/1.1\r\nHost: x\r\n\r\n'
    const replies = await send(message + message, 2)
    expect(replies.map((reply) => reply.head)).toEqual([
      expect.stringMatching(/content-length: 3/i),
      expect.stringMatching(/content-length: 3/i),
    ])
  })

  test.each([
    ['1.0', 'GET /bin/{bin} HTTP/1.0\r\n\r\n'],
    ['1.0', 'GET /bin/{bin} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n'],
    ['0.9', 'GET /bin/{bin}\r\n\r\n'],
    ['2.0', 'GET /bin/{bin} HTTP/2.0\r\nHost: x\r\n\r\n'],
  ])('HTTP/%s: %j', async (httpVersion, message) => {
    expect(await statusesOf(message)).toEqual([200])
    const flags = httpVersion === '1.0' ? [] : ['oddVersion']
    expect(await app.captured(bin)).toMatchObject([{ httpVersion, flags }])
  })

  test('headers in order, in their case, twice, and one character a byte', async () => {
    const headers = [
      'Host: x',
      'host: y',
      'User-Agent: a',
      'User-Agent: b',
      'COOKIE: c=1',
      'Cookie: d=2',
    ]
    const odd = [
      'X-Latin: \xe9\xff',
      'X-Utf8: \xc3\xa9',
      '__proto__: x',
      'X-Empty:',
      'X-Blank:  \tb \t',
    ]
    const lines = [...headers, ...odd].join('\r\n')
    expect(await statusesOf(`GET /bin/{bin} HTTP/1.1\r\n${lines}\r\n\r\n`)).toEqual([200])
    const [request] = await app.captured(bin)
    expect(request?.rawHeaders).toEqual(
      [
        headers.flatMap((line) => line.split(': ')),
        ['X-Latin', '\xe9\xff', 'X-Utf8', '\xc3\xa9', '__proto__', 'x'],
        ['X-Empty', '', 'X-Blank', 'b'],
      ].flat(),
    )
  })

  test.each([2000, 2500])('%i headers, none dropped', async (headers) => {
    const lines = Array.from({ length: headers }, (_, index) => `${index}:`).join('\r\n')
    expect(await statusesOf(`GET /bin/{bin} HTTP/1.1\r\nHost: x\r\n${lines}\r\n\r\n`)).toEqual([
      200,
    ])
    const [request] = await app.captured(bin)
    const names = request?.rawHeaders.filter((_, index) => index % 2 === 0)
    expect(names).toEqual(['Host', ...Array.from({ length: headers }, (_, index) => `${index}`)])
  })

  test.each([
    '/bin/{bin}/../x',
    '/bin/{bin}/\\x',
    '/bin/{bin}#frag',
    '/bin/{bin}/%zz',
    '/bin/{bin}?%ff=%00',
    '/bin/{bin}//host/x',
    'http://host.example:81/bin/{bin}/x?y',
    '/bin/{bin}?a[__proto__][x]=1',
    `/bin/{bin}/${'a'.repeat(8000)}`,
  ])('the target %s as it stands', async (target) => {
    expect(await statusesOf(`POST ${target} HTTP/1.1\r\nHost: x\r\n\r\n`)).toEqual([200])
    expect(await app.captured(bin)).toMatchObject([{ target: target.replace('{bin}', bin) }])
  })

  test.each([
    ['of a GET', 'GET /bin/{bin} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi', 'hi'],
    ['of a HEAD', 'HEAD /bin/{bin} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi', 'hi'],
    [
      'in chunks with extensions',
      'POST /bin/{bin} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\nh\r\n1\r\ni\r\n0\r\n\r\n',
      'hi',
    ],
    [
      'that is still compressed',
      'POST /bin/{bin} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\n\x1f\x8b\r\n0\r\n\r\n',
      '\x1f\x8b',
    ],
  ])('the body %s', async (_, message, body) => {
    expect(await send(message)).toMatchObject([{ status: 200 }])
    expect(await app.captured(bin)).toMatchObject([{ body: Buffer.from(body, 'latin1') }])
  })

  test('trailers, twice as well', async () => {
    const head = 'POST /bin/{bin} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
    expect(await statusesOf(`${head}0\r\nX-Sum: 1\r\nx-sum: 2\r\n\r\n`)).toEqual([200])
    expect(await app.captured(bin)).toMatchObject([{ rawTrailers: ['X-Sum', '1', 'x-sum', '2'] }])
  })

  test('what expects 100-continue', async () => {
    const head =
      'POST /bin/{bin} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n'
    expect(await statusesOf(`${head}hi`, 2)).toEqual([100, 200])
    expect(await app.captured(bin)).toMatchObject([{ size: 2 }])
  })

  test.each([8_000, 16_200, 20_000, 32_000])('a header of %i bytes', async (bytes) => {
    const cookie = 'c'.repeat(bytes)
    expect(
      await statusesOf(`GET /bin/{bin} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\n\r\n`),
    ).toEqual([200])
    expect((await app.captured(bin))[0]?.rawHeaders).toContain(cookie)
  })

  test('a request with junk behind it', async () => {
    const message = 'POST /bin/{bin} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhijunk\r\n\r\n'
    expect(await statusesOf(message, 2)).toEqual([200, 400])
    expect(await app.captured(bin)).toMatchObject([{ size: 2, flags: [] }])
  })
})

describe('is no request', () => {
  const host = 'Host: x\r\n'
  const post = `POST /bin/{bin} HTTP/1.1\r\n${host}`
  test.each([
    ['an unknown method', `FOO /bin/{bin} HTTP/1.1\r\n${host}\r\n`],
    ['a method in lower case', `get /bin/{bin} HTTP/1.1\r\n${host}\r\n`],
    ['HTTP/1.2', `GET /bin/{bin} HTTP/1.2\r\n${host}\r\n`],
    ['no Host', 'GET /bin/{bin} HTTP/1.1\r\n\r\n'],
    ['0xff in the target', `GET /bin/{bin}/\xff HTTP/1.1\r\n${host}\r\n`],
    ['NUL in the target', `GET /bin/{bin}/\0 HTTP/1.1\r\n${host}\r\n`],
    ['a space in the target', `GET /bin/{bin}/ x HTTP/1.1\r\n${host}\r\n`],
    ['a folded header', `GET /bin/{bin} HTTP/1.1\r\n${host} x\r\n\r\n`],
    ['a bare line feed', `GET /bin/{bin} HTTP/1.1\nHost: x\n\n`],
    ['a bare carriage return', `GET /bin/{bin} HTTP/1.1\r\n${host}A: b\rc\r\n\r\n`],
    ['a space before the colon', `GET /bin/{bin} HTTP/1.1\r\n${host}A : b\r\n\r\n`],
    ['an empty header name', `GET /bin/{bin} HTTP/1.1\r\n${host}: b\r\n\r\n`],
    ['NUL in a value', `GET /bin/{bin} HTTP/1.1\r\n${host}A: \0\r\n\r\n`],
    ['a control character in a value', `GET /bin/{bin} HTTP/1.1\r\n${host}A: \x01\r\n\r\n`],
    [
      'length and chunks',
      `${post}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['two lengths', `${post}Content-Length: 1\r\nContent-Length: 1\r\n\r\na`],
    ['length -1', `${post}Content-Length: -1\r\n\r\n`],
    ['length +2', `${post}Content-Length: +2\r\n\r\nhi`],
    ['length 1e1', `${post}Content-Length: 1e1\r\n\r\n`],
    ['a huge length', `${post}Content-Length: 99999999999999999999\r\n\r\n`],
    ['a coding after chunked', `${post}Transfer-Encoding: chunked, identity\r\n\r\n`],
  ])('%s: 400, counted for the bin, not kept', async (_, message) => {
    const [reply] = await send(message)
    expect(reply).toMatchObject({ status: 400, head: expect.stringContaining('Connection: close') })
    expect(JSON.parse(reply?.body ?? '')).toMatchObject({
      status: 400,
      detail: expect.stringMatching(/\.$/),
    })
    expect(await app.captured(bin)).toEqual([])
    expect(app.store.state(bin)?.counts.rejected).toBe(1)
  })

  test.each([
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'plain HTTP: use http://'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'plain HTTP/1.1, not HTTP/2'],
  ])('%s: 400 with a hint', async (_, message, hint) => {
    expect(await send(message)).toMatchObject([
      { status: 400, body: expect.stringContaining(hint) },
    ])
  })

  test.each([
    ['a head of 33 KB', 431, `GET /bin/{bin} HTTP/1.1\r\n${host}A: ${'a'.repeat(33_000)}\r\n\r\n`],
    ['an expectation', 417, `POST /bin/{bin} HTTP/1.1\r\n${host}Expect: a miracle\r\n\r\n`],
    ['no Host but an expectation', 400, 'POST /bin/{bin} HTTP/1.1\r\nExpect: x\r\n\r\n'],
    ['CONNECT to a bin', 405, `CONNECT /bin/{bin} HTTP/1.1\r\n${host}\r\n`],
  ])('%s: %i, counted for the bin', async (_, status, message) => {
    expect(await statusesOf(message)).toEqual([status])
    expect(await app.captured(bin)).toEqual([])
    expect(app.store.state(bin)?.counts.rejected).toBe(1)
  })

  test('CONNECT to elsewhere: 405', async () => {
    expect(await statusesOf(`CONNECT example.com:443 HTTP/1.1\r\n${host}\r\n`)).toEqual([405])
  })

  test('OPTIONS *: 204, not captured', async () => {
    expect(await statusesOf(`OPTIONS * HTTP/1.1\r\n${host}\r\n`)).toEqual([204])
    expect(await app.captured(bin)).toEqual([])
  })
})

describe('breaks off in its body, and is kept as aborted', () => {
  const post = 'POST /bin/{bin} HTTP/1.1\r\nHost: x\r\n'
  const chunked = `${post}Transfer-Encoding: chunked\r\n\r\n`
  test.each([
    ['an unknown coding', 400, 0, `${post}Transfer-Encoding: xchunked\r\n\r\n`],
    ['identity', 400, 0, `${post}Transfer-Encoding: identity\r\n\r\n`],
    ['a chunk that is none', 400, 2, `${chunked}2\r\nhi\r\nzz\r\n`],
    ['chunk extensions of 17 KB', 413, 0, `${chunked}1;${'a'.repeat(17_000)}\r\nh\r\n0\r\n\r\n`],
  ])('%s: %i', async (_, status, size, message) => {
    expect(await statusesOf(message)).toEqual([status])
    const reply = { status, delay: 0, outcome: 'sent' }
    await expect.poll(() => app.captured(bin)).toMatchObject([{ size, flags: ['aborted'], reply }])
    expect(app.store.state(bin)?.counts).toMatchObject({ aborted: 1, rejected: 0 })
  })
})
