import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Peer } from '../../shared/request.ts'
import type { Turn } from './turns.ts'

/** What is remembered of a connection over its requests. */
export type Connection = {
  readonly peer: Peer
  /** It came in at the capture listener, where nobody looks at bins. */
  readonly isOutside: boolean
  /** The newest request, whose body may still be arriving, its reply, and the reply before. */
  request: IncomingMessage | null
  reply: ServerResponse | null
  previousReply: ServerResponse | null
  /** Place of the newest request that was captured from it. */
  turn: Turn | null
  /** Headers as sent of the request that is being read as plain HTTP. */
  upgradeHeaders: string[] | null
  /** The newest request asked for another protocol. */
  isUpgrade: boolean
  /** The newest request that goes to a bin, until its reply is chosen. */
  undecided: IncomingMessage | null
  /** Reply with which the newest request is being refused at this moment. */
  refusal: ServerResponse | null
  /** What the connection was refused with; nothing it sends afterwards is looked at. */
  refused: Refused | null
}

/** A connection that is not read any more. */
type Refused = {
  status: number
  /** The request that this answers; `null` where it answers what came on its own. */
  request: IncomingMessage | null
}

/** How a connection came in. */
export type Entrance = {
  isOutside: boolean
  /** A peer on this machine is the tunnel that the server has started. */
  isTunnelled: boolean
}

export type Connections = {
  /** Notes how a connection came in, where that is not the main listener. */
  open: (socket: Socket, entrance: Entrance) => void
  of: (socket: Socket) => Connection
  /** Notes that a request has begun, and gives it the headers that it was sent with. */
  begin: (req: IncomingMessage, res: ServerResponse) => void
}

const mainEntrance: Entrance = { isOutside: false, isTunnelled: false }

export function createConnections(): Connections {
  const known = new WeakMap<Socket, Connection>()
  const open = (socket: Socket, entrance: Entrance) => {
    const connection = known.get(socket) ?? newConnection(socket, entrance)
    known.set(socket, connection)
    return connection
  }
  const of = (socket: Socket) => known.get(socket) ?? open(socket, mainEntrance)
  return {
    open,
    of,
    begin(req, res) {
      const connection = of(req.socket)
      connection.previousReply = connection.reply
      connection.reply = res
      connection.request = req
      connection.isUpgrade = connection.upgradeHeaders !== null
      if (connection.upgradeHeaders !== null) {
        req.rawHeaders = connection.upgradeHeaders
        connection.upgradeHeaders = null
      }
    },
  }
}

/** Acts when every request that gets a reply has it, and the connection may go on or not. */
export function afterReplies(connection: Connection, action: () => void): void {
  const last = lastReply(connection)
  if (last === null || last.writableFinished) action()
  else last.once('close', action)
}

/** Acts when every request that gets a reply has it, while there is still room for more behind it. */
export function behindReplies(connection: Connection, action: () => void): void {
  const last = lastReply(connection)
  if (last === null || last.writableFinished) action()
  // Before Node looks: it closes the connection where the sender has closed its side.
  else last.prependOnceListener('finish', action)
}

function lastReply({ request, reply, previousReply, refused }: Connection): ServerResponse | null {
  const getsNone = request !== null && (!request.complete || refused?.request === request)
  return getsNone ? previousReply : reply
}

function newConnection(socket: Socket, { isOutside, isTunnelled }: Entrance): Connection {
  // IPv4 peers of a dual-stack socket come as ::ffff:127.0.0.1: one address, one spelling.
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '')
  const isTunnel = isTunnelled && /^(127\.|::1$)/.test(address)
  return {
    peer: { address, port: socket.remotePort ?? 0, ...(isTunnel && { tunnel: true }) },
    isOutside,
    request: null,
    reply: null,
    previousReply: null,
    turn: null,
    upgradeHeaders: null,
    isUpgrade: false,
    undecided: null,
    refusal: null,
    refused: null,
  }
}
