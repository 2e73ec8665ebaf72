import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { EgressError } from './egress-error.ts'

/** A request as it goes over the wire; headers in order, Host and framing among them. */
export type WireMessage = {
  method: string
  /** Path and query. */
  target: string
  headers: readonly (readonly [name: string, value: string])[]
  body: Buffer
  /** Milliseconds over which the body is drawn out; 0: at once. */
  drip: number
}

/** Where it goes: an address that has been checked, never a name. */
export type Destination = {
  address: string
  port: number
  /** Name to hold the certificate against; absent: no TLS. */
  secureFor?: string
  /** It is this very server, whose certificate is for other names than its address. */
  isSelf?: boolean
}

export type WireAnswer = {
  status: number
  rawHeaders: string[]
  /** First bytes of the body. */
  start: Buffer
  size: number
}

export type WireLimits = {
  /** Milliseconds for the whole exchange. */
  timeout: number
  /** Bytes of the answer. */
  answer: number
  /** Bytes of the answer that are kept. */
  kept: number
}

/**
 * Sends one request over a connection of its own. This is the only place from which the server
 * sends anything anywhere.
 * @throws EgressError
 */
export async function exchange(
  to: Destination,
  message: WireMessage,
  limits: WireLimits,
  signal?: AbortSignal,
): Promise<WireAnswer> {
  const req = begin(to, message)
  const timer = setTimeout(
    () => req.destroy(new EgressError('timeout', `No whole answer within ${limits.timeout} ms.`)),
    limits.timeout + message.drip,
  )
  const cancel = () => req.destroy(new EgressError('cancelled', 'It was cancelled.'))
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel)
  try {
    const answered = answerOf(req, limits)
    await Promise.all([answered, write(req, message)])
    return await answered
  } catch (error) {
    throw asEgressError(error)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
    req.destroy()
  }
}

function begin(to: Destination, { method, target, headers }: WireMessage): ClientRequest {
  const { address, port, secureFor, isSelf } = to
  const options = { host: address, port, method, path: target, agent: false, setHost: false }
  const isSecure = secureFor !== undefined
  const send = isSecure ? requestSecure : requestPlain
  const tls = isSecure ? { servername: secureFor, rejectUnauthorized: !isSelf } : {}
  // Given as a list they stay exactly as they are, but Node adds a Connection where there is none.
  if (headers.some(([name]) => name.toLowerCase() === 'connection')) {
    return send({ ...options, ...tls, headers: headers.flat() })
  }
  const req = send({ ...options, ...tls })
  req.removeHeader('Connection')
  for (const [name, values] of grouped(headers)) req.setHeader(name, values)
  return req
}

function grouped(headers: WireMessage['headers']): Map<string, string[]> {
  const groups = new Map<string, { name: string; values: string[] }>()
  for (const [name, value] of headers) {
    const known = groups.get(name.toLowerCase())
    if (known) known.values.push(value)
    else groups.set(name.toLowerCase(), { name, values: [value] })
  }
  return new Map([...groups.values()].map(({ name, values }) => [name, values]))
}

/** Most pieces that a body is drawn out into. */
const mostPieces = 20

async function write(req: ClientRequest, { body, drip }: WireMessage): Promise<void> {
  const piece = Math.ceil(body.length / mostPieces)
  const pieces = Math.ceil(body.length / Math.max(1, piece))
  if (drip === 0) {
    req.end(body)
    return
  }
  for (let start = 0; start < body.length && !req.destroyed; start += piece) {
    req.write(body.subarray(start, start + piece))
    await pause(drip / pieces)
  }
  req.end()
}

function answerOf(req: ClientRequest, limits: WireLimits): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    // It stays, since a connection may break again after it has broken.
    req.on('error', reject)
    // A switch of protocols that nobody asked for.
    req.once('upgrade', () => reject(new EgressError('failed', 'The answer is no HTTP answer.')))
    req.once('response', (res) => {
      read(res, limits).then(resolve, reject)
    })
  })
}

async function read(res: IncomingMessage, limits: WireLimits): Promise<WireAnswer> {
  const start: Buffer[] = []
  let [size, kept] = [0, 0]
  // A message without an encoding set is read as buffers.
  for await (const chunk of res as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limits.answer) {
      throw new EgressError('answer-too-large', `The answer is longer than ${limits.answer} bytes.`)
    }
    if (kept < limits.kept) start.push(chunk.subarray(0, limits.kept - kept))
    kept = Math.min(size, limits.kept)
  }
  return {
    status: res.statusCode ?? 0,
    rawHeaders: res.rawHeaders,
    start: Buffer.concat(start),
    size,
  }
}

function asEgressError(error: unknown): EgressError {
  if (error instanceof EgressError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ECONNREFUSED') {
    return new EgressError('refused', 'Nobody accepts connections there.', { cause: error })
  }
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return new EgressError('reset', 'The connection was cut off.', { cause: error })
  }
  if (code === 'ETIMEDOUT') {
    return new EgressError('timeout', 'The connection took too long.', { cause: error })
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new EgressError('failed', reason, { cause: error })
}
