import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { apiForTests, startApi, type RunningApi } from '../testing/api.ts'
import { byFetch, knock } from './knock.ts'

const api = apiForTests()

const testBin = async (of: RunningApi, reply = {}) => {
  const { id, key } = await of.newBin({ reply })
  const result = await of.client('selfTest', { params: { id }, key })
  return { id, key, ...result }
}

describe('the self-test', () => {
  test('sends to the bin from this machine, and tells what came of it', async () => {
    const { id, loopback, publicUrl } = await testBin(api)
    expect(loopback).toMatchObject({
      url: `${api.base}/bin/${id}`,
      status: 200,
      seq: 1,
      failure: null,
    })
    expect(publicUrl).toBeNull()
    expect(await api.captured(id)).toMatchObject([{ method: 'POST' }])
  })

  test('tells what the bin answers instead', async () => {
    const { loopback } = await testBin(api, { status: 503 })
    expect(loopback).toMatchObject({ status: 503, seq: 1, failure: null })
  })

  test('tries the public address, and tells why it does not lead here', async () => {
    const elsewhere = createServer((_, res) => res.writeHead(301, { location: '/' }).end())
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    // A server that listens on a port has an address with one.
    const { port } = elsewhere.address() as AddressInfo
    const behind = await startApi({ publicUrl: `http://127.0.0.1:${port}/` })
    const { id, loopback, publicUrl } = await testBin(behind)
    expect(loopback.seq).toBe(1)
    expect(publicUrl).toMatchObject({
      url: `http://127.0.0.1:${port}/bin/${id}`,
      status: 301,
      seq: null,
    })
    await behind.stop()
    elsewhere.close()
  })

  test('is for the owner only', async () => {
    const { id } = await api.newBin()
    const answer = await api.ask(`/api/bins/${id}/self-test`, { method: 'POST' })
    expect(answer.status).toBe(401)
    expect(await api.captured(id)).toEqual([])
  })
})

describe('knock', () => {
  test('tells why an address cannot be reached', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // A server that listens on a port has an address with one.
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const url = `http://127.0.0.1:${port}/`
    const told = await knock(url, byFetch(fetch, url), Date.now)
    expect(told).toMatchObject({ status: null, seq: null })
    expect(told.failure).toContain('ECONNREFUSED')
  })
})
