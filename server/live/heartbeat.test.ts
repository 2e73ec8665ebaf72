import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { eventually } from '../testing/raw-client.ts'
import { createHeartbeat } from './heartbeat.ts'

let server: WebSocketServer
beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
})
afterAll(() => server.close())

async function pair(heartbeat: ReturnType<typeof createHeartbeat>) {
  server.once('connection', (socket) => heartbeat.watch(socket))
  // A server that listens on a port has an address with one.
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await once(client, 'open')
  let pings = 0
  client.on('ping', () => {
    pings += 1
  })
  return { client, pings: () => pings, isOpen: () => client.readyState === WebSocket.OPEN }
}

test('who answers is kept, who has long been silent is let go', async () => {
  const heartbeat = createHeartbeat(20, 5)
  const [alive, silent] = [await pair(heartbeat), await pair(heartbeat)]
  silent.client.pause()
  await eventually(() => server.clients.size === 1)
  await eventually(() => alive.pings() > 10)
  expect(alive.isOpen()).toBe(true)
  heartbeat.stop()
  alive.client.terminate()
  silent.client.terminate()
})
