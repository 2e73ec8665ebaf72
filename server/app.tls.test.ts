import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { defaultConnections } from './capture/server.ts'
import type { Certificate } from './capture/tls.ts'
import { eventually, RawClient } from './testing/raw-client.ts'
import { startApp, type RunningApp } from './testing/start.ts'

const pem = (name: string) =>
  readFileSync(resolve(import.meta.dirname, `testing/tls/${name}.pem`), 'utf8')
const pair = (name: string) => ({ cert: pem(`${name}-cert`), key: pem(`${name}-key`) })

let now = pair('one')
const watchers = new Set<() => void>()
const certificate: Certificate = {
  current: () => now,
  watch(changed) {
    watchers.add(changed)
    return () => watchers.delete(changed)
  },
}

let app: RunningApp
beforeAll(async () => {
  const connections = {
    headersTimeout: 500,
    requestTimeout: 2000,
    keepAliveTimeout: 5000,
    checkEvery: 100,
    maxConnections: 100,
  }
  app = await startApp({ certificate, connections })
})
afterAll(() => app.stop())

type Asked = { method?: string; headers?: Record<string, string>; body?: string; ca?: string }

/** Asks over TLS, the certificate checked. @returns status, or the code of what went wrong */
function ask(path: string, { body, ca = pem('one-cert'), ...options }: Asked = {}) {
  return new Promise<{ status: number | string; text: string; headers: object }>((settle) => {
    const { port } = app
    const to = { host: 'localhost', servername: 'localhost', port, path, ca, agent: false }
    request({ ...to, ...options }, (res) => {
      let text = ''
      res.setEncoding('utf8').on('data', (chunk) => (text += String(chunk)))
      res.on('end', () => settle({ status: res.statusCode ?? 0, text, headers: res.headers }))
    })
      .on('error', (error) => {
        settle({ status: 'code' in error ? String(error.code) : '', text: '', headers: {} })
      })
      .end(body)
  })
}

test('bins are sent to, and looked at, over TLS', async () => {
  await app.addBin('shop')
  expect(await ask('/bin/shop', { method: 'POST', body: 'x' })).toMatchObject({
    status: 200,
    headers: { 'x-bin-seq': '1' },
  })
  const bin = await ask('/api/bins/shop')
  expect(JSON.parse(bin.text)).toMatchObject({
    captureUrl: `https://127.0.0.1:${app.port}/bin/shop`,
  })
  expect(await app.captured('shop')).toMatchObject([{ peer: { address: '127.0.0.1' } }])
})

test('its page is that of https, and of no other origin', async () => {
  const from = async (origin: string) =>
    (await ask('/api/health', { headers: { Origin: origin } })).status
  expect(await from(`https://localhost:${app.port}`)).toBe(200)
  expect(await from(`http://localhost:${app.port}`)).toBe(403)
  expect((await ask('/api/health', { headers: { Host: 'evil.example' } })).status).toBe(421)
})

test('the live stream comes over wss', async () => {
  await app.addBin('lively')
  const socket = new WebSocket(`wss://localhost:${app.port}/api/bins/lively/live`, {
    ca: pem('one-cert'),
  })
  const frames: string[] = []
  socket.on('message', (data) => frames.push(Buffer.isBuffer(data) ? data.toString() : ''))
  await eventually(() => frames.length > 0)
  expect(frames[0]).toContain('"type":"hello"')
  socket.terminate()
})

test('a request that asks for another protocol is captured as everywhere', async () => {
  await app.addBin('java')
  const headers = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c' }
  const sent = await ask('/bin/java', { method: 'POST', body: 'a body', headers })
  expect(sent.status).toBe(200)
  const [request] = await app.captured('java')
  expect(request).toMatchObject({ flags: ['upgrade'] })
  expect(request?.body.toString()).toBe('a body')
})

test('a reset ends the connection, and harms nobody', async () => {
  await app.addBin('broken', { sequence: ['reset', 200] })
  expect((await ask('/bin/broken', { method: 'POST' })).status).toBe('ECONNRESET')
  expect((await ask('/bin/broken', { method: 'POST' })).status).toBe(200)
})

async function newBin(): Promise<{ id: string; headers: Record<string, string> }> {
  const headers = { 'Content-Type': 'application/json' }
  const made = await ask('/api/bins', { method: 'POST', headers, body: '{}' })
  const { bin, ownerKey } = JSON.parse(made.text)
  return { id: bin.id, headers: { ...headers, Authorization: `Bearer ${ownerKey}` } }
}

test('an event is sent by the server to itself', async () => {
  const { id, headers } = await newBin()
  const body = '{"trigger":"tag-added"}'
  const sent = await ask(`/api/bins/${id}/send`, { method: 'POST', headers, body })
  expect([sent.status, JSON.parse(sent.text)]).toMatchObject([202, { seq: 1, status: 200 }])
})

test('a bin tests itself, though its certificate is not for the address that it is asked at', async () => {
  const { id, headers } = await newBin()
  const tested = await ask(`/api/bins/${id}/self-test`, { method: 'POST', headers })
  expect(JSON.parse(tested.text)).toMatchObject({
    loopback: {
      url: `https://127.0.0.1:${app.port}/bin/${id}`,
      status: 200,
      seq: 1,
      failure: null,
    },
  })
})

test('who speaks plain HTTP is told so, and it is noted for the bin', async () => {
  await app.addBin('plain')
  const client = new RawClient(app.port)
  await client.send('POST /bin/plain HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx')
  const [reply] = await client.end()
  expect(reply?.status).toBe(400)
  expect(reply?.body).toContain('This port speaks TLS: use https://, not http://.')
  expect(app.store.state('plain')?.counts.rejected).toBe(1)
})

test('who says nothing is not waited for', async () => {
  const client = new RawClient(app.port)
  await client.end()
  expect(client.received.length).toBe(0)
})

test('who has not agreed on TLS yet keeps no server from stopping', async () => {
  const hour = 3_600_000
  const connections = { ...defaultConnections, headersTimeout: hour, requestTimeout: hour }
  const patient = await startApp({ certificate, connections })
  const [silent, half] = [new RawClient(patient.port), new RawClient(patient.port)]
  await half.send(Buffer.from([0x16, 0x03, 0x01]))
  await eventually(() => silent.socket.readyState === 'open')
  await patient.app.close(hour)
  await Promise.all([silent.end(), half.end()])
  await patient.stop()
})

test('a renewed certificate is shown to who comes from then on', async () => {
  const withOther = () => ask('/api/health', { ca: pem('other-cert') })
  expect((await withOther()).status).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  now = pair('other')
  for (const changed of watchers) changed()
  expect((await withOther()).status).toBe(200)
  expect((await ask('/api/health')).status).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
})
