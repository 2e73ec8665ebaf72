import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Logger } from 'pino'
import type { Store } from '../store/store.ts'
import { afterReplies, behindReplies, type Connections } from './connection.ts'
import { failureOf, type Failure } from './failure.ts'
import { routeOf } from './gate.ts'
import { prepareReply } from './prepared-reply.ts'
import {
  documentOf,
  isCutOff,
  messageOf,
  refusalOf,
  refusals,
  requestLineIn,
  requestLineOf,
  type Refusal,
} from './refusals.ts'
import type { Rejections } from './rejections.ts'
import { sendReply } from './send.ts'

type RequestLine = Pick<IncomingMessage, 'method' | 'url'>

export type UnparsedDeps = {
  store: Store
  connections: Connections
  rejections: Rejections
  log: Logger
  now: () => number
}

/** What deals with everything that is no request: answers it, remembers it, counts it for its bin. */
export type Unparsed = {
  /** Takes an error of the connection or of the parser. */
  fail: (error: Error, socket: Socket) => void
  /** Refuses a connection that speaks plain HTTP where TLS is spoken. */
  refusePlain: (socket: Socket, first: Buffer) => void
  /** Refuses a connection as a whole. */
  refuseSocket: (req: IncomingMessage, refusal: Refusal) => void
  /** Refuses one request. */
  refuse: (req: IncomingMessage, res: ServerResponse, refusal: Refusal) => void
}

/** Milliseconds that are still read from whoever was refused, so that the refusal gets read. */
const lingerFor = 1000

export function createUnparsed(deps: UnparsedDeps): Unparsed {
  const { store, connections, rejections, log, now } = deps

  /** Remembers what was refused. @returns the bin that it names, if there is one */
  function remember(socket: Socket, { code, detail }: Refusal, line: RequestLine | null) {
    const { method = '', url = '' } = line ?? {}
    const route = routeOf(method, url)
    const named = route.plane === 'control' ? undefined : store.bins.get(route.bin)
    const bin = named?.id ?? null
    const { peer } = connections.of(socket)
    rejections.add({ at: now(), peer, bin, code, detail })
    log.warn({ peer: peer.address, code, bin }, 'rejected')
    return bin
  }

  function reject(socket: Socket, refusal: Refusal, line: RequestLine | null): void {
    const bin = remember(socket, refusal, line)
    if (bin !== null) store.reject(bin)
  }

  function fail(error: Error, socket: Socket): void {
    const refusal = refusalOf(error)
    if (refusal === null || !socket.writable) {
      socket.destroy()
      return
    }
    const connection = connections.of(socket)
    // The parser goes on complaining for as long as bytes come.
    if (connection.refused !== null) return
    const failure = failureOf(connection, error, refusal)
    const { answers, isLate, isSilent } = failure
    connection.refused = { status: failure.refusal.status, request: answers }
    note(failure, error, socket)
    const message = isSilent ? '' : messageOf(failure.refusal)
    const leave = () => hangUp(socket, message, isCutOff(error))
    if (!isLate) behindReplies(connection, leave)
    // Its bytes are on their way, or wait for the replies before.
    else if (connection.reply?.socket) leave()
    else afterReplies(connection, leave)
  }

  /**
   * A request that breaks off in its body is kept, and counted, as aborted. Browsers open
   * connections in advance: those never say anything.
   */
  function note({ place, refusal, answers, isLate }: Failure, error: Error, socket: Socket): void {
    if (place === 'body') {
      if (!isLate && !isCutOff(error)) remember(socket, refusal, answers)
    } else if (socket.bytesRead > 0) reject(socket, refusal, answers ?? requestLineOf(error))
  }

  return {
    fail,
    refusePlain(socket, first) {
      reject(socket, refusals.plain, requestLineIn(first))
      socket.on('error', () => socket.destroy())
      hangUp(socket, messageOf(refusals.plain), false)
    },
    refuseSocket(req, refusal) {
      const { socket } = req
      reject(socket, refusal, req)
      socket.on('error', () => socket.destroy())
      behindReplies(connections.of(socket), () => hangUp(socket, messageOf(refusal), false))
    },
    refuse(req, res, refusal) {
      reject(req.socket, refusal, req)
      const connection = connections.of(req.socket)
      connection.refusal = res
      // What came in one piece with it is answered too; from then on the connection is closing.
      process.nextTick(() => {
        connection.refusal = null
      })
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
