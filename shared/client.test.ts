import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem, createClient, ServerUnreachable, type Client } from './client.ts'

type Answer = { status: number; body: string | Buffer }

let server: Server
let client: Client
let answer: Answer
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }

beforeEach(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen = { method, url, headers, body: Buffer.concat(chunks).toString() }
      response.writeHead(answer.status).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  client = createClient({ base: `http://127.0.0.1:${port}`, fetch })
})

afterEach(async () => {
  if (server.listening) await closeServer()
})

describe('createClient', () => {
  it('sends parameters and query where the table of operations says', async () => {
    answer = { status: 200, body: '{"requests":[],"latest":0,"oldest":null,"next":null}' }
    const list = await client('listRequests', {
      params: { id: 'a-bin' },
      query: { limit: 10, q: 'verdict:invalid "a b"', before: undefined },
    })
    expect(list.requests).toEqual([])
    expect(seen.method).toBe('GET')
    expect(seen.url).toBe('/api/bins/a-bin/requests?limit=10&q=verdict%3Ainvalid%20%22a%20b%22')
    expect(seen.headers.authorization).toBeUndefined()
  })

  it('sends a body as JSON and the owner key as a bearer token', async () => {
    answer = { status: 200, body: '{"id":"a-bin"}' }
    await client('changeBin', { params: { id: 'a-bin' }, body: { name: 'Ünï' }, key: 'k1' })
    expect(seen.method).toBe('PATCH')
    expect(seen.headers['content-type']).toBe('application/json')
    expect(seen.headers.authorization).toBe('Bearer k1')
    expect(JSON.parse(seen.body)).toEqual({ name: 'Ünï' })
  })

  it('gives bytes where the answer is no JSON', async () => {
    answer = { status: 200, body: Buffer.from([0, 255, 10]) }
    const bytes = await client('readBody', { params: { id: 'a', seq: 3 } })
    expect([...bytes]).toEqual([0, 255, 10])
    expect(seen.url).toBe('/api/bins/a/requests/3/body')
  })

  it('gives nothing for an empty answer', async () => {
    answer = { status: 204, body: '' }
    expect(await client('deleteBin', { params: { id: 'a' }, key: 'k' })).toBeUndefined()
  })

  it('throws the problem document of an error', async () => {
    const problem = {
      type: 'x',
      title: 'Gone',
      status: 404,
      detail: 'No bin',
      code: 'bin-not-found',
    }
    answer = { status: 404, body: JSON.stringify(problem) }
    const error = await failure(client('readBin', { params: { id: 'a' } }))
    expect(error).toBeInstanceOf(ApiProblem)
    expect(error).toMatchObject({ problem, message: 'No bin' })
  })

  it('puts an error of a proxy in between into the same words', async () => {
    answer = { status: 502, body: '<h1>Bad gateway</h1>' }
    const error = await failure(client('health', {}))
    expect(error).toMatchObject({ problem: { status: 502, code: 'internal-error' } })
  })

  it('says that the server is unreachable', async () => {
    await closeServer()
    expect(await failure(client('health', {}))).toBeInstanceOf(ServerUnreachable)
  })

  it('gives up when told to', async () => {
    const signal = AbortSignal.abort()
    expect(await failure(client('health', { signal }))).toBeInstanceOf(ServerUnreachable)
  })
})

function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  )
}

function closeServer(): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
