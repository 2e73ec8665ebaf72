import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { apiForTests } from '../testing/api.ts'
import { liveReaders } from '../testing/live-readers.ts'
import { eventually } from '../testing/raw-client.ts'

const api = apiForTests({ maxSocketsPerAddress: 20 })
const live = liveReaders(api)

describe('a private bin', () => {
  test('is read with its key in the first message', async () => {
    const { id, key } = await api.newBin({ visibility: 'private' })
    await api.capture(id, 'x')
    const client = live(id)
    client.socket.once('open', () => {
      client.socket.send(JSON.stringify({ type: 'auth', token: key }))
    })
    await client.until(() => client.seqs.length === 1)
  })

  test.each([
    ['a wrong key', '{"type":"auth","token":"wrong"}', 4403],
    ['something else', '{"type":"hello"}', 4401],
    ['rubbish', '{', 4401],
  ])('tells nothing to who sends %s', async (_, message, code) => {
    const { id } = await api.newBin({ visibility: 'private' })
    const client = live(id)
    client.socket.once('open', () => client.socket.send(message))
    await client.until(() => client.closed !== null)
    expect(client).toMatchObject({ closed: { code }, frames: [] })
  })

  test('that becomes private lets go of those who gave no key', async () => {
    const { id, key } = await api.newBin()
    const client = await live(id).opened()
    await api.client('changeBin', { params: { id }, key, body: { visibility: 'private' } })
    await client.until(() => client.closed !== null)
    expect(client.closed).toMatchObject({ code: 4401 })
  })
})

test.each(['GET', 'POST'])('a stream asked for by plain %s says how to open it', async (method) => {
  const { id } = await api.newBin()
  const answer = await api.ask(`/api/bins/${id}/live`, { method })
  expect(answer.status).toBe(426)
  expect(answer.headers.get('upgrade')).toBe('websocket')
  expect(await answer.json()).toMatchObject({ code: 'upgrade-required' })
})

describe('a handshake', () => {
  test.each([
    ['Origin', 'https://evil.example', 403],
    ['Origin', 'null', 403],
    ['Origin', 'http://localhost:1', 403],
    ['Host', 'evil.example', 421],
    ['Host', 'localhost', 421],
    ['Sec-Fetch-Site', 'cross-site', 403],
  ])('with %s: %s is refused', async (name, value, status) => {
    const { id } = await api.newBin()
    const client = live(id, '', { headers: { [name]: value } })
    await client.until(() => client.refused !== null)
    expect(client).toMatchObject({ refused: status, frames: [] })
  })

  test('from the page itself is accepted', async () => {
    const { id } = await api.newBin()
    const headers = { Origin: `http://127.0.0.1:${api.port}`, 'Sec-Fetch-Site': 'same-origin' }
    await live(id, '', { headers }).opened()
  })

  test.each(['?after=x', '?after=-1', '?after=1.5'])('for %s is refused', async (query) => {
    const { id } = await api.newBin()
    const client = live(id, query)
    await client.until(() => client.refused !== null)
    expect(client.refused).toBe(400)
  })

  test('over the limit of an address is refused, until another ends', async () => {
    const { id } = await api.newBin()
    const open = await Promise.all(Array.from({ length: 20 }, () => live(id).opened()))
    const tooMany = live(id)
    await tooMany.until(() => tooMany.refused !== null)
    expect(tooMany.refused).toBe(429)
    await open[0]?.close()
    await eventually(async () => {
      const again = live(id)
      await again.until(() => again.refused !== null || again.frames.length > 0)
      return again.frames.length > 0
    })
  })

  test('says in a problem document why it is refused', async () => {
    const socket = connect(api.port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.write(
      `GET /api/bins/x/live?after=x HTTP/1.1\r\nHost: localhost:${api.port}\r\nUpgrade: websocket\r\n` +
        'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    await eventually(() => socket.closed)
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).toContain('"code":"invalid-input"')
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
  })
})

test('messages that are too long or too many end the connection', async () => {
  const { id } = await api.newBin()
  const long = await live(id).opened()
  long.socket.send('x'.repeat(64 * 1024 + 1))
  await long.until(() => long.closed !== null)
  expect(long.closed).toMatchObject({ code: 1009 })
  const many = await live(id).opened()
  for (let i = 0; i < 2100; i++) many.socket.send('{}')
  await many.until(() => many.closed !== null)
  expect(many.closed).toMatchObject({ code: 1008 })
})
