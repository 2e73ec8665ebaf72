import { describe, expect, test } from 'vitest'
import { RawClient, talk } from './testing/raw-client.ts'
import { appForTests } from './testing/start.ts'

const app = appForTests({
  connections: {
    headersTimeout: 300,
    requestTimeout: 500,
    keepAliveTimeout: 200,
    checkEvery: 50,
    maxConnections: 50,
  },
})

type Rejected = { code: string; detail: string; peer: string; at: string }

/** What the API lists as rejected, newest first. */
async function rejectedOf(bin: string): Promise<Rejected[]> {
  const response = await fetch(`http://127.0.0.1:${app.port}/api/bins/${bin}/rejected`)
  // The shape is what the test looks at.
  const answer = (await response.json()) as { rejected: Rejected[] }
  return answer.rejected
}

describe('what is rejected', () => {
  test('is listed with time, peer and reason', async () => {
    const bin = await app.addBin('listed')
    await talk(app.port, `FOO /bin/${bin} HTTP/1.1\r\nHost: x\r\n\r\n`)
    await talk(app.port, `GET /bin/${bin} HTTP/1.1\r\n\r\n`)
    expect(await rejectedOf(bin)).toMatchObject([
      { code: 'host-missing', peer: expect.stringMatching(/^127\.0\.0\.1:\d+$/) },
      {
        code: 'bad-request',
        detail: 'Invalid method encountered.',
        at: expect.stringMatching(/Z$/),
      },
    ])
    expect(app.store.state(bin)?.counts.rejected).toBe(2)
  })

  test('shows with every bin where no bin can be told, and never with another bin', async () => {
    const mine = await app.addBin('mine')
    const other = await app.addBin('other')
    await talk(app.port, `FOO /bin/${mine} HTTP/1.1\r\nHost: x\r\n\r\n`)
    await talk(app.port, '\x16\x03\x01\x00\x00')
    await talk(app.port, 'POST /bin/mistyped-long-id HTTP/1.1\r\nHost: x\r\n\r\n')
    const codes = (await rejectedOf(other)).map(({ code }) => code).slice(0, 2)
    expect(codes).toEqual(['unknown-bin', 'bad-request'])
    const [misdirected] = await rejectedOf(mine)
    expect(misdirected?.detail).toBe('POST to /bin/mistyped…: there is no such bin.')
    expect(app.store.state(other)?.counts.rejected).toBe(0)
  })
})

describe('whoever is slow', () => {
  test.each([
    ['half a line', 'POST /bin/slow HT'],
    ['half a head', 'POST /bin/slow HTTP/1.1\r\nHost: x\r\nA: '],
  ])('with %s gets 408', async (_, start) => {
    const client = new RawClient(app.port)
    const started = performance.now()
    await client.send(start)
    expect(await client.replies(1)).toMatchObject([{ status: 408 }])
    expect(performance.now() - started).toBeGreaterThan(250)
    client.socket.destroy()
  })

  test('with a body gets 408, and what came is kept', async () => {
    const bin = await app.addBin('slow-body')
    const client = new RawClient(app.port)
    await client.send(`POST /bin/${bin} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc`)
    expect(await client.replies(1)).toMatchObject([{ status: 408 }])
    await expect
      .poll(() => app.captured(bin), { timeout: 3000 })
      .toMatchObject([{ size: 3, flags: ['aborted'], reply: { status: 408, outcome: 'sent' } }])
    client.socket.destroy()
  })

  test('with the body of an upgrade gets 408 as well', async () => {
    const bin = await app.addBin('slow-upgrade')
    const client = new RawClient(app.port)
    await client.send(
      `POST /bin/${bin} HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: h2c\r\nContent-Length: 9\r\n\r\nabc`,
    )
    expect(await client.replies(1)).toMatchObject([{ status: 408 }])
    client.socket.destroy()
  })

  test('with nothing at all is closed, and not listed', async () => {
    const bin = await app.addBin('silent')
    const before = await rejectedOf(bin)
    const client = new RawClient(app.port)
    expect(await client.end()).toMatchObject([{ status: 408 }])
    expect(await rejectedOf(bin)).toEqual(before)
  })

  test('to ask again is closed without a word', async () => {
    await app.addBin('idle')
    const client = new RawClient(app.port)
    await client.send('GET /bin/idle HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(await client.end()).toMatchObject([{ status: 200 }])
  })
})

describe('more connections than allowed', () => {
  test('are turned away, and the others served', async () => {
    await app.addBin('crowd')
    const crowd = Array.from({ length: 50 }, () => new RawClient(app.port))
    await expect.poll(() => crowd.some((client) => client.socket.connecting)).toBe(false)
    const late = new RawClient(app.port)
    await expect.poll(() => late.closed).toBe(true)
    const [first] = crowd
    await first?.send('GET /bin/crowd HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(await first?.replies(1)).toMatchObject([{ status: 200 }])
    for (const client of crowd) client.socket.destroy()
    await expect
      .poll(async () => (await talk(app.port, 'GET /bin/crowd HTTP/1.1\r\nHost: x\r\n\r\n')).length)
      .toBe(1)
  })
})
