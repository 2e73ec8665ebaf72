import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Store } from '../store/store.ts'
import { afterReplies, type Connections } from './connection.ts'
import { routeOf } from './gate.ts'
import { prepareReply } from './prepared-reply.ts'
import {
  documentOf,
  isCutOff,
  messageOf,
  refusalOf,
  requestLineOf,
  type Refusal,
} from './refusals.ts'
import type { Rejections } from './rejections.ts'
import { sendReply } from './send.ts'

export type UnparsedDeps = {
  store: Store
  connections: Connections
  rejections: Rejections
  now: () => number
}

/** What deals with everything that is no request: answers it, remembers it, counts it for its bin. */
export type Unparsed = {
  /** Takes an error of the connection or of the parser. */
  fail: (error: Error, socket: Socket) => void
  /** Refuses a connection as a whole. */
  refuseSocket: (req: IncomingMessage, refusal: Refusal) => void
  /** Refuses one request. */
  refuse: (req: IncomingMessage, res: ServerResponse, refusal: Refusal) => void
}

/** Milliseconds that are still read from whoever was refused, so that the refusal gets read. */
const lingerFor = 1000

export function createUnparsed({ store, connections, rejections, now }: UnparsedDeps): Unparsed {
  function note(socket: Socket, refusal: Refusal, line: { method: string; target: string } | null) {
    const route = line === null ? null : routeOf(line.method, line.target)
    const bin = route === null || route.plane === 'control' ? null : route.bin
    const known = bin !== null && store.bins.get(bin) !== undefined ? bin : null
    if (known !== null) store.reject(known)
    const { peer } = connections.of(socket)
    rejections.add({ at: now(), peer, bin: known, code: refusal.code, detail: refusal.detail })
  }

  function fail(error: Error, socket: Socket): void {
    const connection = connections.of(socket)
    const refusal = refusalOf(error)
    if (refusal === null || !socket.writable) {
      socket.destroy()
      return
    }
    // The parser goes on complaining for as long as bytes come.
    if (connection.refused !== null) return
    connection.refused = refusal.status
    // What is cut off in its body is kept, and counted, as an aborted request. Browsers open
    // connections in advance: those never say anything.
    const isAborted = connection.request?.complete === false && isCutOff(error)
    if (!isAborted && socket.bytesRead > 0) note(socket, refusal, requestLineOf(error))
    // Whoever has a reply already, while its body still came, is not told twice.
    const isTold = connection.request?.complete === false && connection.reply?.headersSent === true
    const message = isTold ? '' : messageOf(refusal)
    afterReplies(connection, () => hangUp(socket, message, isCutOff(error)))
  }

  return {
    fail,
    refuseSocket(req, refusal) {
      const { socket, method = '', url = '' } = req
      note(socket, refusal, { method, target: url })
      socket.on('error', () => socket.destroy())
      afterReplies(connections.of(socket), () => hangUp(socket, messageOf(refusal), false))
    },
    refuse(req, res, refusal) {
      const { socket, method = '', url = '' } = req
      note(socket, refusal, { method, target: url })
      res.shouldKeepAlive = false
      const headers = ['Content-Type', 'application/problem+json']
      sendReply(req, res, prepareReply(refusal.status, headers, documentOf(refusal)), [])
    },
  }
}

function hangUp(socket: Socket, message: string, isOver: boolean): void {
  socket.end(message)
  if (isOver) {
    socket.destroySoon()
    return
  }
  const timer = setTimeout(() => socket.destroy(), lingerFor)
  socket
    .once('end', () => socket.destroy())
    .once('close', () => clearTimeout(timer))
    .resume()
}
