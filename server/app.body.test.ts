import { createHash, randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { RawClient } from './testing/raw-client.ts'
import { appForTests, startApp } from './testing/start.ts'

const KiB = 1024
const limit = 200 * KiB

const app = appForTests({ bodyLimit: limit })
let bin = ''
let count = 0
beforeEach(async () => {
  count += 1
  bin = await app.addBin(`body-${count}`)
})

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
/** What is kept, with the hash of its bytes in their place. */
const captured = async () =>
  (await app.captured(bin)).map(({ body, ...request }) => ({ ...request, bytes: sha256(body) }))
const headOf = (more: string) => `POST /bin/${bin} HTTP/1.1\r\nHost: x\r\n${more}\r\n\r\n`

/** Sends a body by its length or in chunks. */
async function post(body: Buffer, chunkSize?: number) {
  const client = new RawClient(app.port)
  if (chunkSize === undefined) {
    await client.send(headOf(`Content-Length: ${body.length}`))
    await client.send(body)
  } else {
    await client.send(headOf('Transfer-Encoding: chunked'))
    for (let from = 0; from < body.length; from += chunkSize) {
      const chunk = body.subarray(from, from + chunkSize)
      await client.send(
        Buffer.concat([
          Buffer.from(`${chunk.length.toString(16)}\r\n`),
          chunk,
          Buffer.from('\r\n'),
        ]),
      )
    }
    await client.send('0\r\n\r\n')
  }
  const [reply] = await client.replies(1)
  client.socket.destroy()
  return reply
}

describe('a body', () => {
  const sizes = [0, 1, 64 * KiB - 1, 64 * KiB, 64 * KiB + 1, 130 * KiB, limit - 1, limit]
  test.each(sizes)('of %i bytes is kept byte for byte', async (size) => {
    const body = randomBytes(size)
    expect(await post(body)).toMatchObject({ status: 200 })
    expect(await post(body, 10_000)).toMatchObject({ status: 200 })
    const hash = sha256(body)
    const whole = { size, storedSize: size, sha256: hash, flags: [], bytes: hash }
    expect(await captured()).toMatchObject([whole, whole])
  })

  test.each([limit + 1, limit + 64 * KiB, 10 * limit])(
    'of %i bytes is kept up to the limit, and its true size told',
    async (size) => {
      const body = randomBytes(size)
      const reply = await post(body)
      expect(reply).toMatchObject({ status: 413, head: expect.stringContaining('X-Bin-Seq: 1') })
      expect(JSON.parse(reply?.body ?? '')).toMatchObject({ code: 'body-too-large' })
      const hash = sha256(body.subarray(0, limit))
      expect(await captured()).toMatchObject([
        { size, storedSize: limit, sha256: hash, flags: ['truncated'], bytes: hash },
      ])
      expect(app.store.state(bin)?.counts.truncated).toBe(1)
    },
  )

  test('over the limit gets the reply of a bin that says something else', async () => {
    bin = await app.addBin(`${bin}-own`, { status: 202, body: 'thanks' })
    expect(await post(randomBytes(limit + 1))).toMatchObject({ status: 202, body: 'thanks' })
    expect(await app.captured(bin)).toMatchObject([
      { flags: ['truncated'], reply: { status: 202 } },
    ])
  })

  test('without end is cut off at ten times the limit, and the sender is told', async () => {
    const client = new RawClient(app.port)
    await client.send(headOf('Transfer-Encoding: chunked'))
    const chunk = Buffer.concat([
      Buffer.from('10000\r\n'),
      Buffer.alloc(64 * KiB),
      Buffer.from('\r\n'),
    ])
    while (!client.closed && client.received.length === 0) await client.send(chunk)
    const [reply] = await client.end()
    expect(reply).toMatchObject({ status: 413, head: expect.stringMatching(/connection: close/i) })
    const [request] = await app.captured(bin)
    expect(request).toMatchObject({ storedSize: limit, flags: ['truncated'] })
    expect(request?.size).toBeGreaterThan(10 * limit)
  })

  test('under a tiny limit is kept up to it as well', async () => {
    const tiny = await startApp({ bodyLimit: 10 })
    await tiny.addBin('tiny')
    const client = new RawClient(tiny.port)
    await client.send(
      'POST /bin/tiny HTTP/1.1\r\nHost: x\r\nContent-Length: 26\r\n\r\nabcdefghijklmnopqrstuvwxyz',
    )
    expect(await client.replies(1)).toMatchObject([{ status: 413 }])
    expect(await tiny.captured('tiny')).toMatchObject([
      { size: 26, body: Buffer.from('abcdefghij') },
    ])
    await tiny.stop()
  })
})

/** Waits until the server has read what was sent before. */
async function probe() {
  const client = new RawClient(app.port)
  await client.send('GET /bin/nix HTTP/1.1\r\nHost: x\r\n\r\n')
  await client.replies(1)
  client.socket.destroy()
}

describe('a sender that goes away', () => {
  const leave = {
    'half-closes': (client: RawClient) => client.socket.end(),
    resets: (client: RawClient) => client.socket.resetAndDestroy(),
    closes: (client: RawClient) => client.socket.destroy(),
  }
  test.each([
    ['half-closes', 1000],
    ['half-closes', 100 * KiB],
    ['resets', 1000],
    ['resets', 100 * KiB],
    ['closes', 1000],
  ] as const)('%s after %i bytes: they are kept, and flagged', async (way, sent) => {
    const body = randomBytes(sent)
    const client = new RawClient(app.port)
    await client.send(headOf('Content-Length: 150000'))
    await client.send(body)
    // A reset overtakes bytes that wait to be read.
    await probe()
    leave[way](client)
    const broken = { size: sent, flags: ['aborted'], bytes: sha256(body) }
    await expect.poll(captured).toMatchObject([broken])
    expect(app.store.state(bin)?.counts).toMatchObject({ aborted: 1, rejected: 0 })
  })

  test('in great numbers leaves nothing that looks complete', async () => {
    const clients = Array.from({ length: 200 }, () => new RawClient(app.port))
    await Promise.all(
      clients.map(async (client, index) => {
        await client.send(headOf('Content-Length: 150000'))
        await client.send(Buffer.alloc(15_000, index))
        if (index % 2 === 0) client.socket.end()
        else client.socket.resetAndDestroy()
      }),
    )
    await expect.poll(() => app.store.state(bin)?.counts.aborted).toBeGreaterThan(100)
    const requests = await app.captured(bin)
    expect(requests.every((request) => request.flags.includes('aborted'))).toBe(true)
    expect(requests.every((request) => request.size <= 15_000)).toBe(true)
  })

  test('only closes its side still gets the reply', async () => {
    const client = new RawClient(app.port)
    await client.send(headOf('Content-Length: 2'))
    client.socket.end('hi')
    expect(await client.end()).toMatchObject([{ status: 200 }])
  })
})
