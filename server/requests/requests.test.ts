import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { gzipSync } from 'node:zlib'
import { apiForTests, problemOf } from '../testing/api.ts'
import { talk } from '../testing/raw-client.ts'

const api = apiForTests()

async function binWith(...bodies: (string | Uint8Array<ArrayBuffer>)[]) {
  const bin = await api.newBin()
  for (const body of bodies) await api.capture(bin.id, body)
  const detail = (seq: number) => api.client('readRequest', { params: { id: bin.id, seq } })
  return { ...bin, detail, path: (seq: number) => `/api/bins/${bin.id}/requests/${seq}` }
}

describe('a request', () => {
  test('is told whole', async () => {
    const { id, detail } = await binWith()
    const sent = [
      `POST /bin/${id}/a%20b?x=1&x=%C3%A9 HTTP/1.1`,
      'hOST: x',
      'Content-Type: application/json',
      'X-A: 1',
      'x-a: 2',
      'Transfer-Encoding: chunked',
      'Trailer: X-T',
    ]
    await talk(api.port, `${sent.join('\r\n')}\r\n\r\n2\r\n{}\r\n0\r\nX-T: end\r\n\r\n`)
    expect(await detail(1)).toMatchObject({
      id: `${id}.1`,
      target: `/bin/${id}/a%20b?x=1&x=%C3%A9`,
      path: `/bin/${id}/a%20b`,
      suffix: '/a%20b',
      httpVersion: '1.1',
      rawHeaders: sent.slice(1).flatMap((line) => line.split(': ')),
      trailers: ['X-T', 'end'],
      query: [
        ['x', '1'],
        ['x', 'é'],
      ],
      body: {
        size: 2,
        sha256: createHash('sha256').update('{}').digest('hex'),
        truncated: false,
        contentType: 'application/json',
        charset: 'utf-8',
        text: '{}',
      },
      event: null,
      events: [],
      verdict: 'unrecognized',
      issues: [],
      signature: { status: 'unchecked' },
      reply: { status: 200, delay: 0, outcome: 'sent' },
      notes: '',
    })
  })

  test.each(['0', '2', '-1', '1.0', '01', 'x', '1e0', '9'.repeat(30)])(
    'is not found under the number %s',
    async (seq) => {
      const { id } = await binWith('x')
      for (const path of ['', '/body', '/http']) {
        const answer = await api.ask(`/api/bins/${id}/requests/${seq}${path}`)
        expect(answer.status).toBe(404)
        expect(await answer.json()).toMatchObject({ code: 'request-not-found' })
      }
    },
  )
})

describe('the body', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)

  test('comes back byte for byte', async () => {
    const { path, detail } = await binWith(bytes)
    const answer = await api.ask(`${path(1)}/body`)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '256',
      'content-disposition': 'attachment; filename="1.bin"',
    })
    const { body } = await detail(1)
    expect(body).not.toHaveProperty('text')
    expect(Buffer.from(body.base64 ?? '', 'base64')).toEqual(Buffer.from(bytes))
  })

  test('is left out of the JSON where it is larger than asked for', async () => {
    const { id, path } = await binWith(`"${'x'.repeat(70_000)}"`)
    const read = (inline: number) =>
      api.client('readRequest', { params: { id, seq: 1 }, query: { inline } })
    const [whole, without] = [await read(100_000), await read(69_000)]
    expect(whole.body.text).toHaveLength(70_002)
    const { text: _, ...body } = whole.body
    expect(without).toEqual({ ...whole, body })
    expect((await api.ask(`${path(1)}?inline=-1`)).status).toBe(400)
  })

  test('that is empty is empty', async () => {
    const { path, detail } = await binWith('')
    expect(await (await api.ask(`${path(1)}/body`)).text()).toBe('')
    expect((await detail(1)).body).toMatchObject({ size: 0, text: '' })
  })

  test('in a content encoding is told as it came and as it reads', async () => {
    const { id, path, detail } = await binWith()
    const encoded = new Uint8Array(gzipSync('{"type":"x"}'.repeat(50)))
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }
    await api.capture(id, encoded, { headers })
    const { body } = await detail(1)
    expect(body).toMatchObject({
      size: encoded.length,
      text: '{"type":"x"}'.repeat(50),
      base64: Buffer.from(encoded).toString('base64'),
      encoding: { codings: ['gzip'], decodedSize: 600 },
    })
    expect(new Uint8Array(await (await api.ask(`${path(1)}/body`)).arrayBuffer())).toEqual(encoded)
    const decoded = await api.ask(`${path(1)}/body?decoded`)
    expect(await decoded.text()).toBe('{"type":"x"}'.repeat(50))
    expect(Number(decoded.headers.get('x-decoded-ratio'))).toBeCloseTo(600 / encoded.length, 1)
  })

  test.each([
    ['gzip', 'no gzip', 422, 'not-decodable', 'corrupt'],
    ['rot13', 'x', 415, 'unknown-encoding', 'unknown'],
    ['gzip', gzipSync(Buffer.alloc(10 * 1024 * 1024 + 1)), 413, 'body-too-large', 'too-large'],
  ])('in a broken %s is still there', async (coding, sent, status, code, fault) => {
    const { id, path, detail } = await binWith()
    const body = typeof sent === 'string' ? sent : new Uint8Array(sent)
    await api.capture(id, body, { headers: { 'Content-Encoding': coding } })
    const answer = await api.ask(`${path(1)}/body?decoded`)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ code })
    expect((await detail(1)).body.encoding).toEqual({ codings: [coding], decodedSize: null, fault })
    expect((await api.ask(`${path(1)}/body`)).status).toBe(200)
  })
})

test('the message is what was sent', async () => {
  const { id, path } = await binWith()
  const message = `PUT /bin/${id}?a HTTP/1.1\r\nhOST: x\r\nX-A: \xe9\r\nContent-Length: 3\r\n\r\na\0b`
  await talk(api.port, message)
  const answer = await api.ask(`${path(1)}/http`)
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toBe(message)
  expect(answer.headers.get('content-type')).toBe('message/http')
})

describe('a mark', () => {
  test('pins and notes, each without the other', async () => {
    const { id, key, detail } = await binWith('x')
    const params = { id, seq: 1 }
    const pinned = await api.client('markRequest', { params, key, body: { pinned: true } })
    expect(pinned).toMatchObject({ seq: 1, pinned: true, notes: '' })
    const noted = await api.client('markRequest', { params, key, body: { note: 'look' } })
    expect(noted).toMatchObject({ pinned: true, notes: 'look' })
    expect(await detail(1)).toMatchObject({ pinned: true, notes: 'look' })
    const { requests } = await api.client('listRequests', {
      params: { id },
      query: { q: 'is:pinned' },
    })
    expect(requests).toMatchObject([{ seq: 1, pinned: true }])
  })

  test.each([
    [{ pinned: 'yes' }, '/pinned'],
    [{ note: 1 }, '/note'],
    [{ note: 'x'.repeat(10_001) }, '/note'],
    [{ seq: 2 }, '/seq'],
  ])('refuses %j', async (json, pointer) => {
    const { key, path } = await binWith('x')
    const answer = await api.ask(path(1), { method: 'PATCH', key, json })
    expect(await answer.json()).toMatchObject({ status: 400, pointer })
  })

  test('needs a request', async () => {
    const { id, key } = await binWith('x')
    const mark = api.client('markRequest', { params: { id, seq: 2 }, key, body: { pinned: true } })
    expect(await problemOf(mark)).toMatchObject({ code: 'request-not-found' })
  })
})

describe('deleting', () => {
  test('one request leaves the others', async () => {
    const { id, key, path } = await binWith('a', 'b', 'c')
    expect((await api.ask(path(2), { method: 'DELETE', key })).status).toBe(204)
    expect((await api.ask(path(2), { method: 'DELETE', key })).status).toBe(404)
    const { requests } = await api.client('listRequests', { params: { id }, query: {} })
    expect(requests.map(({ seq }) => seq)).toEqual([3, 1])
  })

  test('all of them never gives a number twice', async () => {
    const { id, key } = await binWith('a', 'b')
    const path = `/api/bins/${id}/requests`
    expect((await api.ask(path, { method: 'DELETE', key })).status).toBe(204)
    expect(await (await api.ask(path)).json()).toMatchObject({
      requests: [],
      latest: 2,
      oldest: null,
    })
    expect(await api.capture(id, 'c')).toBe(3)
  })
})
