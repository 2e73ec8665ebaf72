import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'

/** One request as a server was handed it. */
export type Seen = {
  method: string
  target: string
  version: string
  headers: number
  size: number
  sha256: string
  complete: boolean
}

/** Milliseconds without an answer after which the sender says that it has said all. */
const quiet = 800
/** Milliseconds after which a server that does not close is left. */
const patience = 10_000

/**
 * Sends raw bytes in one write, half-closes once the server has been silent for a while, and waits
 * until it closes. @returns the status codes of its answers
 */
export function exchange(port: number, bytes: Buffer): Promise<number[]> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    let answer = ''
    const silence = setTimeout(() => socket.end(), quiet)
    const end = setTimeout(() => socket.destroy(), patience)
    socket.on('connect', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      silence.refresh()
    })
    socket.on('end', () => socket.end())
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearTimeout(silence)
      clearTimeout(end)
      resolve([...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((match) => Number(match[1])))
    })
  })
}

/** A bare `node:http` server that answers 200 under `/bin/` and 404 elsewhere: what Node itself does. */
export async function startReference(): Promise<{ port: number; seen: Seen[]; close(): void }> {
  const seen: Seen[] = []
  const server = createServer({ maxHeaderSize: 32 * 1024 }, (req, res) => record(req, res, seen))
  server.maxHeadersCount = 0
  server.on('connect', (_req, socket) => socket.end('HTTP/1.1 405 Method Not Allowed\r\n\r\n'))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return { port, seen, close: () => server.close() }
}

function record(req: IncomingMessage, res: ServerResponse, seen: Seen[]) {
  const hash = createHash('sha256')
  let size = 0
  req.on('data', (chunk: Buffer) => {
    hash.update(chunk)
    size += chunk.length
  })
  req.on('end', () => {
    res.writeHead(req.url?.startsWith('/bin/') ? 200 : 404, { 'content-type': 'text/plain' })
    res.end('ok\n')
  })
  req.on('error', () => {})
  req.on('close', () => {
    seen.push({
      method: req.method ?? '',
      target: req.url ?? '',
      version: req.httpVersion,
      headers: req.rawHeaders.length / 2,
      size,
      sha256: hash.digest('hex'),
      complete: req.complete,
    })
  })
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
