import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, Server, type ServerOptions } from 'node:https'
import type { Socket } from 'node:net'

/** A certificate that may be replaced while the server runs, as PEM. */
export type Certificate = {
  current: () => { cert: string; key: string }
  /** Calls back whenever there is another one. @returns stops that */
  watch: (changed: () => void) => () => void
}

export type TlsHandlers = {
  certificate: Certificate
  /** Takes a connection that does not speak TLS, and its first bytes. */
  refusePlain: (socket: Socket, first: Buffer) => void
}

/** First byte of a TLS connection: a handshake record. */
const handshake = 0x16

/** An HTTP server that speaks TLS, and tells those who do not. */
export function createTlsServer(
  options: ServerOptions,
  onRequest: (req: IncomingMessage, res: ServerResponse) => void,
  { certificate, refusePlain }: TlsHandlers,
): Server {
  const { headersTimeout: patience = 15_000 } = options
  const tls = { ...certificate.current(), handshakeTimeout: patience }
  const server = createServer({ ...options, ...tls }, onRequest)
  const stop = certificate.watch(() => server.setSecureContext(certificate.current()))
  server.once('close', stop)
  // Node itself would close on plain HTTP without a word.
  const accept = server.listeners('connection')
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const destroy = () => socket.destroy()
    socket.setTimeout(patience, destroy).once('error', destroy)
    socket.once('data', (first: Buffer) => {
      socket.setTimeout(0).off('timeout', destroy).off('error', destroy)
      if (first[0] !== handshake) {
        refusePlain(socket, first)
        return
      }
      socket.pause()
      socket.unshift(first)
      for (const listener of accept) listener.call(server, socket)
    })
  })
  endUnready(server)
  return server
}

/** Counts connections as idle, too, that have not agreed on TLS yet: Node knows nothing of them. */
function endUnready(server: Server): void {
  const unready = new Map<string, Socket>()
  const peerOf = ({ remoteAddress, remotePort }: Socket) => `${remoteAddress} ${remotePort}`
  server.prependListener('connection', (socket: Socket) => {
    const peer = peerOf(socket)
    unready.set(peer, socket)
    socket.once('close', () => unready.delete(peer))
  })
  server.on('secureConnection', (socket) => unready.delete(peerOf(socket)))
  Object.assign(server, {
    closeIdleConnections() {
      for (const socket of unready.values()) socket.destroy()
      Server.prototype.closeIdleConnections.call(server)
    },
  })
}
