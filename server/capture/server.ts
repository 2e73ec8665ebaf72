import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { createTlsServer, type TlsHandlers } from './tls.ts'

/** Limits of every connection; durations in milliseconds. */
export type ConnectionLimits = {
  /** For the head of a request. */
  headersTimeout: number
  /** For a whole request. */
  requestTimeout: number
  /** Between two requests. */
  keepAliveTimeout: number
  /** How often the three are looked at. */
  checkEvery: number
  maxConnections: number
}

export const defaultConnections: ConnectionLimits = {
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 5000,
  checkEvery: 2000,
  maxConnections: 12_000,
}

export type Handlers = {
  request: (req: IncomingMessage, res: ServerResponse) => void
  /** A request that expects something else than `100-continue`. */
  expectation: (req: IncomingMessage, res: ServerResponse) => void
  connect: (req: IncomingMessage) => void
  upgrade: (req: IncomingMessage, rest: Buffer) => void
  error: (error: Error, socket: Socket) => void
}

/** Bytes of a request's line and headers; real cookies reach 20 KB. */
const maxHeaderSize = 32 * 1024

/** @param tls where the server speaks TLS */
export function createHttpServer(
  handlers: Handlers,
  limits: ConnectionLimits,
  tls?: TlsHandlers,
): Server {
  const options = {
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    connectionsCheckingInterval: limits.checkEvery,
    maxHeaderSize,
    // Node would refuse these without a word to us; they are refused, and listed, by our own hand.
    requireHostHeader: false,
  }
  const server = tls
    ? createTlsServer(options, handlers.request, tls)
    : createServer(options, handlers.request)
  // By default Node silently drops headers after the thousandth; bytes are the bound.
  server.maxHeadersCount = 0
  // `printf … | nc` closes its side before it has its reply, which is stored first and sent then.
  Object.assign(server, { httpAllowHalfOpen: true })
  server.maxConnections = limits.maxConnections
  return server
    .on('upgrade', (req, _socket, rest) => handlers.upgrade(req, rest))
    .on('connect', handlers.connect)
    .on('checkExpectation', handlers.expectation)
    .on('clientError', (error, socket) => {
      // The types allow for any stream; servers that listen on a port have sockets.
      handlers.error(error, socket as Socket)
    })
}

/**
 * Stops accepting and waits for what is under way.
 * @param patience milliseconds after which the rest is cut off
 */
export async function closeServer(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  // A connection that has had its reply counts as open until it is idle and looked at again.
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  const cut = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
