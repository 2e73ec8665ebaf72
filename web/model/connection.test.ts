import { createServer, type Server } from 'node:http'
import { WebSocketServer } from 'ws'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LiveFrame } from '../../shared/live.ts'
import { Connection, type ConnectionState } from './connection.ts'
import { openSocket } from './testing/open-socket.ts'

let http: Server
let live: WebSocketServer
let port = 0
let latest = 0
let gone = false
let opened: { after: number; messages: string[] }[] = []

let states: ConnectionState[] = []
let frames: LiveFrame[] = []
let wake = () => {}
let connection: Connection

beforeEach(async () => {
  latest = 0
  gone = false
  opened = []
  states = []
  frames = []
  await listen()
})

afterEach(async () => {
  connection.close()
  await stop()
})

describe('Connection', () => {
  it('greets, streams, and resumes after the last number it has seen', async () => {
    latest = 2
    connect(2)
    await until(() => statuses().at(-1) === 'live')
    send({ type: 'requests', requests: [{ seq: 3 }, { seq: 4 }] })
    await until(() => frames.length === 2)
    latest = 6
    dropAll()
    await until(() => opened.length === 2 && statuses().at(-1) === 'live')
    expect(opened.map(({ after }) => after)).toEqual([2, 4])
    expect(states.at(-1)).toEqual({ status: 'live', caughtUp: 2 })
    expect(statuses()).toEqual(['connecting', 'live', 'reconnecting', 'live'])
  })

  it('comes back after the server was away, however often it had to knock', async () => {
    connect(0)
    await until(() => statuses().at(-1) === 'live')
    await stop()
    await until(() => statuses().filter((status) => status === 'reconnecting').length >= 3)
    await listen()
    await until(() => statuses().at(-1) === 'live')
    expect(states.at(-1)).toEqual({ status: 'live', caughtUp: 0 })
  })

  it('notices a dead socket by asking the server what is newest', async () => {
    connect(0, { quiet: 20, grace: 10 })
    await until(() => statuses().at(-1) === 'live')
    latest = 1
    await until(() => opened.length === 2)
    expect(statuses()).toContain('reconnecting')
  })

  it('leaves a quiet socket alone that has missed nothing', async () => {
    let asked = 0
    connect(0, { quiet: 5, onProbe: () => (asked += 1) })
    await until(() => asked >= 5)
    expect(opened).toHaveLength(1)
    expect(statuses()).toEqual(['connecting', 'live'])
  })

  it('asks at once when the page wakes up', async () => {
    connect(0, { quiet: 60_000, grace: 5 })
    await until(() => statuses().at(-1) === 'live')
    latest = 1
    wake()
    await until(() => opened.length === 2)
    expect(opened[1]?.after).toBe(0)
  })

  it('tries at once when the page wakes up while the server is away', async () => {
    connect(0, { backoff: { first: 60_000, most: 60_000 } })
    await until(() => statuses().at(-1) === 'live')
    await stop()
    await until(() => statuses().at(-1) === 'reconnecting')
    await listen()
    wake()
    await until(() => statuses().at(-1) === 'live')
    expect(opened).toHaveLength(2)
  })

  it('says offline where the browser has no network', async () => {
    connect(0, { online: false })
    await until(() => statuses().at(-1) === 'live')
    await stop()
    await until(() => statuses().includes('offline'))
    expect(statuses()).not.toContain('reconnecting')
  })

  it('ends when the bin is gone', async () => {
    connect(0)
    await until(() => statuses().at(-1) === 'live')
    gone = true
    dropAll()
    await until(() => statuses().at(-1) === 'closed')
    expect(opened).toHaveLength(1)
  })

  it('sends the key first, where there is one', async () => {
    connect(0, { token: 'k1' })
    await until(() => opened[0]?.messages.length === 1)
    expect(JSON.parse(opened[0]?.messages[0] ?? '')).toEqual({ type: 'auth', token: 'k1' })
  })

  it('passes over frames that it does not know', async () => {
    connect(0)
    await until(() => statuses().at(-1) === 'live')
    send({ type: 'tomorrow' })
    send({ type: 'removed', seqs: [1] })
    await until(() => frames.length === 2)
    expect(frames.map(({ type }) => type)).toEqual(['hello', 'removed'])
  })
})

type Extra = {
  quiet?: number
  grace?: number
  backoff?: { first: number; most: number }
  online?: boolean
  token?: string
  onProbe?: () => void
}

function connect(after: number, extra: Extra = {}): void {
  connection = new Connection(after, {
    open: (from) => openSocket(`ws://127.0.0.1:${port}/?after=${from}`),
    probe: async () => {
      extra.onProbe?.()
      const answer = await fetch(`http://127.0.0.1:${port}/`)
      return answer.ok ? Number(await answer.text()) : null
    },
    auth: () => extra.token,
    onFrame: (frame) => frames.push(frame),
    onState: (state) => states.push(state),
    wakers: (call) => {
      wake = call
      return () => {}
    },
    isOnline: () => extra.online ?? true,
    backoff: extra.backoff ?? { first: 5, most: 10 },
    ...(extra.quiet === undefined ? {} : { quiet: extra.quiet }),
    ...(extra.grace === undefined ? {} : { grace: extra.grace }),
  })
  connection.start()
}

function statuses(): string[] {
  return states.map(({ status }) => status)
}

function until(condition: () => boolean): Promise<void> {
  return vi.waitFor(() => expect(condition()).toBe(true), { timeout: 5000, interval: 5 })
}

function send(frame: object): void {
  for (const socket of live.clients) socket.send(JSON.stringify(frame))
}

function dropAll(): void {
  for (const socket of live.clients) socket.terminate()
}

async function listen(): Promise<void> {
  http = createServer((_, response) => {
    response.writeHead(gone ? 404 : 200, { Connection: 'close' }).end(String(latest))
  })
  live = new WebSocketServer({ server: http })
  live.on('connection', (socket, { url = '' }) => {
    const messages: string[] = []
    opened.push({ after: Number(url.split('=')[1]), messages })
    socket.on('message', (data: Buffer) => messages.push(data.toString()))
    socket.send(JSON.stringify({ type: 'hello', bin: {}, latest, oldest: null }))
  })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const address = http.address()
  port = typeof address === 'object' && address ? address.port : 0
}

async function stop(): Promise<void> {
  dropAll()
  live.close()
  http.closeAllConnections()
  await new Promise<void>((resolve) => http.close(() => resolve()))
}
