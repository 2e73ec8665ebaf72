import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { RequestDetail } from '../shared/request.ts'

/** One request as a server was handed it. */
export type Seen = {
  method: string
  target: string
  version: string
  headers: number
  size: number
  sha256: string
  complete: boolean
  trailers: number
}

/** What came of one message. */
export type Exchange = {
  /** Status of each answer, in order. */
  statuses: number[]
  /** Port that it was sent from. */
  from: number
}

/** What a bare server made of a message; grows until the connection has ended. */
export type Taken = {
  seen: Seen[]
  /** Errors of its parser, and what it took for another protocol, as the tables name them. */
  events: string[]
}

/** A bare `node:http` server, and what it was handed. */
export type Reference = {
  port: number
  /** All requests that have ended. */
  seen: Seen[]
  /** What it made of the latest connection from a port. */
  from: (port: number) => Taken | undefined
  /** Resolves when all that it was handed has ended. */
  close(): Promise<void>
}

/** Milliseconds after which the sender says that it has said all. */
const halfCloseAfter = 120
/** Milliseconds after which a server that does not close is left. */
const patience = 10_000

/** Sends raw bytes in one write, half-closes a little later, and waits until the server closes. */
export async function exchange(port: number, bytes: Buffer): Promise<Exchange> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  let answer = ''
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
  socket.on('end', () => socket.end())
  socket.on('error', () => socket.destroy())
  socket.setTimeout(patience, () => socket.destroy())
  socket.on('connect', () => {
    socket.write(bytes)
    setTimeout(() => socket.end(), halfCloseAfter)
  })
  let from = 0
  socket.once('connect', () => (from = socket.localPort ?? 0))
  await once(socket, 'close')
  // No body of either server holds such a line.
  const heads = answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)
  return { statuses: [...heads].map((match) => Number(match[1])), from }
}

/**
 * Starts a bare server that answers 200 when a request has ended, 400 to what cannot be read, 405 to
 * CONNECT, and that reads requests for another protocol as plain HTTP: the one whose doings the tables
 * beside the messages tell.
 */
export async function startReference(requireHostHeader = true): Promise<Reference> {
  const seen: Seen[] = []
  const latest = new Map<number, Taken>()
  const ofSocket = new WeakMap<Socket, Taken>()
  const takenOf = (socket: Socket) => ofSocket.get(socket) ?? { seen: [], events: [] }
  const plain = bareServer(requireHostHeader, takenOf, seen)
  const server = bareServer(requireHostHeader, takenOf, seen)
  server.on('connection', (socket: Socket) => {
    const taken = { seen: [], events: [] }
    ofSocket.set(socket, taken)
    latest.set(socket.remotePort ?? 0, taken)
  })
  server.on('upgrade', (req, socket, rest) => {
    takenOf(req.socket).events.push('upgrade')
    socket.unshift(Buffer.concat([headOf(req), rest]))
    plain.emit('connection', socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.close()
    await once(server, 'close')
    await setImmediate()
  }
  return { port, seen, from: (from) => latest.get(from), close }
}

function bareServer(
  requireHostHeader: boolean,
  takenOf: (socket: Socket) => Taken,
  all: Seen[],
): Server {
  const options = { requireHostHeader, maxHeaderSize: 32 * 1024 }
  const server = createServer(options, (req, res) =>
    record(req, res, takenOf(req.socket).seen, all),
  )
  server.maxHeadersCount = 0
  return server
    .on('connect', (req, socket) => {
      takenOf(req.socket).events.push(`connect:${req.url}`)
      socket.end('HTTP/1.1 405 Method Not Allowed\r\n\r\n')
    })
    .on('clientError', (error: NodeJS.ErrnoException, socket) => {
      // The types allow for any stream; servers that listen on a port have sockets.
      takenOf(socket as Socket).events.push(`clientError:${error.code}`)
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
      else socket.destroy()
    })
}

function record(req: IncomingMessage, res: ServerResponse, here: Seen[], all: Seen[]): void {
  const hash = createHash('sha256')
  let size = 0
  req.on('data', (chunk: Buffer) => {
    hash.update(chunk)
    size += chunk.length
  })
  req.on('end', () => res.end('ok\n'))
  req.on('error', () => {})
  req.on('close', () => {
    const one = {
      method: req.method ?? '',
      target: req.url ?? '',
      version: req.httpVersion,
      headers: req.rawHeaders.length / 2,
      size,
      sha256: hash.digest('hex'),
      complete: req.complete,
      trailers: req.rawTrailers.length / 2,
    }
    here.push(one)
    all.push(one)
  })
}

function headOf({ method, url, httpVersion, rawHeaders }: IncomingMessage): Buffer {
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let index = 0; index < rawHeaders.length; index += 2) {
    lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`)
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

/** A captured request, as a server was handed it. */
export function seenOf(request: RequestDetail): Seen {
  const { method, target, httpVersion, rawHeaders, trailers, size, body, flags } = request
  return {
    method,
    target,
    version: httpVersion,
    headers: rawHeaders.length / 2,
    size,
    sha256: body.sha256,
    complete: !flags.includes('aborted'),
    trailers: trailers.length / 2,
  }
}

/** One request as the tables print it. */
export function lineOf(seen: Seen): string {
  const { method, target, version, headers, size, sha256, complete, trailers } = seen
  const hash = sha256.slice(0, 12)
  const facts = [JSON.stringify(target), version, headers, size, hash, Number(complete), trailers]
  return `${method} ${facts.join(' ')}`
}

/** Has a message ask for another target; bytes that have no request line stay as they are. */
export function aim(message: Buffer, target: string): Buffer {
  const text = message.toString('latin1')
  return Buffer.from(text.replace(/^([^ \r\n]+ +)[^ \r\n]+/, `$1${target}`), 'latin1')
}

/** Puts a prefix before the target of a message's request line; bytes that have none stay as they are. */
export function retarget(message: Buffer, prefix: string): Buffer {
  const text = message.toString('latin1')
  const line = /^(\S+ )(\S)/.exec(text)
  if (line === null) return message
  const [, method = '', first = ''] = line
  const slash = first === '/' ? '' : '/'
  return Buffer.from(method + prefix + slash + text.slice(method.length), 'latin1')
}
