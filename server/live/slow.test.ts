import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import { Inspector } from '../inspect/inspector.ts'
import { LiveClient } from '../testing/live-client.ts'
import { testBin, testDeps, testHead } from '../testing/deps.ts'
import { eventually } from '../testing/raw-client.ts'
import { Feed } from './feed.ts'
import { highWater, Reader } from './reader.ts'

const total = 3000
// Long enough for the buffers of the system to be full long before the last request.
const path = `/bin/shop/${'x'.repeat(8000)}`
const frameSize = 100 * 9000

const deps = testDeps()
const { store } = deps
let server: WebSocketServer
let feed: Feed
let client: LiveClient
let socket: WebSocket

beforeEach(async () => {
  await store.bins.create(testBin)
  feed = new Feed({ deps, inspector: new Inspector(deps) }, testBin.id)
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  const context = { deps, inspector: new Inspector(deps), feed, bin: testBin, hasKey: false }
  server.once('connection', (ws) => {
    socket = ws
    new Reader(context, ws, null).start()
  })
  client = new LiveClient(port, '')
  await client.opened()
})
afterEach(async () => {
  await client.close()
  server.close()
  await store.bins.delete(testBin.id)
})

test('a reader that does not read costs a bounded buffer, and gets everything later', async () => {
  client.socket.pause()
  let most = 0
  for (let i = 0; i < total; i++) {
    await store.append(testBin.id, testHead({ target: path }), Buffer.from(String(i)))
    if (i % 20 === 0) await new Promise(setImmediate)
    most = Math.max(most, socket.bufferedAmount)
  }
  await eventually(() => socket.bufferedAmount > highWater)
  expect(most).toBeLessThan(highWater + frameSize)
  expect(socket.readyState).toBe(socket.OPEN)

  client.socket.resume()
  await client.until(() => client.seqs.at(-1) === total, 15_000)
  expect(client.seqs).toEqual(Array.from({ length: total }, (_, index) => index + 1))
  expect(client.of('requests').length).toBeLessThan(total / 10)
})

test('a reader that falls behind what is held is told so, and goes on', async () => {
  client.socket.pause()
  for (let i = 0; i < total; i++) {
    await store.append(testBin.id, testHead({ target: path }), Buffer.alloc(0))
    if (i % 20 === 0) await new Promise(setImmediate)
  }
  await eventually(() => socket.bufferedAmount > highWater)
  await store.remove(testBin.id, 'all')
  const after = await store.append(testBin.id, testHead(), Buffer.alloc(0))
  client.socket.resume()
  await client.until(() => client.seqs.at(-1) === after, 15_000)
  expect(client.of('reset')).toEqual([{ type: 'reset', oldest: after }])
  const { seqs } = client
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  expect(seqs.length).toBeLessThan(total)
})
