import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Bin } from '../shared/bin.ts'
import { buildProgram, startProgram } from './testing/program.ts'
import { RawClient } from './testing/raw-client.ts'

/** Floods and crowds, met by the program as it is shipped; Linux tells how much memory that takes. */
describe.runIf(process.platform === 'linux')('the program', () => {
  let entry = ''
  let folder = ''
  let server: ReturnType<typeof startProgram>
  let port = 0
  beforeAll(async () => {
    entry = await buildProgram()
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'binspect-load-'))
  })
  afterEach(async () => {
    server.kill('SIGKILL')
    await server.exited
    await rm(folder, { recursive: true, force: true })
  })

  async function start(...options: string[]) {
    server = startProgram(entry, ['--port', '0', '--data', folder, '--quiet', ...options])
    const url = await server.ready()
    port = Number(new URL(url).port)
    const headers = { 'Content-Type': 'application/json' }
    await fetch(`${url}/api/bins`, { method: 'POST', headers, body: '{"id":"load"}' })
    return url
  }

  const post = (length: number) =>
    `POST /bin/load HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`

  /** Resident memory of the server now, and at its highest, in MB. */
  async function memory() {
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8')
    const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
    return { now: read('VmRSS'), peak: read('VmHWM') }
  }

  async function counts(url: string) {
    const response = await fetch(`${url}/api/bins/load`)
    // The shape is what the test looks at.
    const bin = (await response.json()) as Pick<Bin, 'latest' | 'counts'>
    return { latest: bin.latest, ...bin.counts }
  }

  test('takes bodies of 100 MB, four at once, without gathering them', async () => {
    const url = await start('--body-limit=100MB', '--max-bytes=1GB')
    const size = 100_000_000
    const piece = Buffer.alloc(1_000_000, 'abcdefgh')
    const sendWhole = async () => {
      const client = new RawClient(port)
      await client.send(post(size))
      for (let sent = 0; sent < size; sent += piece.length) await client.send(piece)
      const [reply] = await client.replies(1, 60_000)
      client.socket.destroy()
      return reply?.status
    }
    expect(await Promise.all([1, 2, 3, 4].map(sendWhole))).toEqual([200, 200, 200, 200])
    expect((await memory()).peak).toBeLessThan(250)
    expect(await counts(url)).toMatchObject({ requests: 4, bytes: 4 * size, truncated: 0 })
  })

  test('keeps what 1,000 broken-off senders sent, none of it as complete', async () => {
    const url = await start()
    const before = (await memory()).now
    const clients = Array.from({ length: 1000 }, () => new RawClient(port))
    await Promise.all(
      clients.map(async (client, index) => {
        await client.send(post(1_000_000))
        await client.send(Buffer.alloc(100_000))
        if (index % 2 === 0) client.socket.end()
        else client.socket.resetAndDestroy()
      }),
    )
    await expect
      .poll(async () => (await counts(url)).aborted, { timeout: 60_000 })
      .toBeGreaterThan(500)
    const { requests, aborted, latest } = await counts(url)
    expect({ requests, latest }).toEqual({ requests: aborted, latest: aborted })
    await expect
      .poll(async () => (await memory()).now - before, { timeout: 60_000 })
      .toBeLessThan(150)
  })

  test('bears 10,000 connections that say nothing, and closes them in time', async () => {
    await start('--headers-timeout=30s')
    const before = (await memory()).now
    const clients: RawClient[] = []
    for (let batch = 0; batch < 20; batch += 1) {
      const some = Array.from({ length: 500 }, () => new RawClient(port))
      await expect
        .poll(() => some.some((client) => client.socket.connecting), { timeout: 30_000 })
        .toBe(false)
      clients.push(...some)
    }
    expect((await memory()).now - before).toBeLessThan(150)
    const other = new RawClient(port)
    await other.send(`${post(2)}hi`)
    expect(await other.replies(1, 5000)).toMatchObject([{ status: 200 }])
    await expect
      .poll(() => clients.every((client) => client.closed), { timeout: 60_000 })
      .toBe(true)
  })

  test('outlives a lack of file descriptors, and tells no sender a lie', async () => {
    const url = await start()
    execFileSync('/usr/bin/prlimit', ['--pid', String(server.pid), '--nofile=60:60'])
    const crowd = Array.from({ length: 200 }, () => new RawClient(port))
    await Promise.all(crowd.map((client) => client.send(`${post(2)}hi`).catch(() => {})))
    await expect
      .poll(() => crowd.some((client) => client.received.length > 0), { timeout: 10_000 })
      .toBe(true)
    for (const client of crowd) client.socket.destroy()
    await expect
      .poll(async () => (await fetch(`${url}/bin/load`)).status, { timeout: 10_000 })
      .toBe(200)
    const told = crowd.filter((client) => client.received.toString().startsWith('HTTP/1.1 2'))
    expect((await counts(url)).latest).toBeGreaterThanOrEqual(told.length + 1)
  })
})
