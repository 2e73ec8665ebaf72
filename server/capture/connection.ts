import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Turn } from './turns.ts'

/** What is remembered of a connection over its requests. */
export type Connection = {
  readonly peer: { address: string; port: number }
  /** The newest request, whose body may still be arriving, its reply, and the reply before. */
  request: IncomingMessage | null
  reply: ServerResponse | null
  previousReply: ServerResponse | null
  /** Place of the newest request that was captured from it. */
  turn: Turn | null
  /** Headers as sent of the request that is being read as plain HTTP. */
  upgradeHeaders: string[] | null
  /** Status that the connection was refused with; nothing it sends afterwards is looked at. */
  refused: number | null
}

export type Connections = {
  of: (socket: Socket) => Connection
  /** Notes that a request has begun, and gives it the headers that it was sent with. */
  begin: (req: IncomingMessage, res: ServerResponse) => void
}

export function createConnections(): Connections {
  const known = new WeakMap<Socket, Connection>()
  const of = (socket: Socket) => {
    const connection = known.get(socket)
    if (connection) return connection
    const fresh = newConnection(socket)
    known.set(socket, fresh)
    return fresh
  }
  return {
    of,
    begin(req, res) {
      const connection = of(req.socket)
      connection.previousReply = connection.reply
      connection.reply = res
      connection.request = req
      if (connection.upgradeHeaders !== null) {
        req.rawHeaders = connection.upgradeHeaders
        connection.upgradeHeaders = null
      }
    },
  }
}

/** Acts when every request that arrived whole has its reply; never where the sender goes away. */
export function afterReplies(connection: Connection, action: () => void): void {
  const { request, reply, previousReply } = connection
  const last = request?.complete === false ? previousReply : reply
  if (last === null || last.writableFinished) action()
  else last.once('close', action)
}

function newConnection(socket: Socket): Connection {
  // IPv4 peers of a dual-stack socket come as ::ffff:127.0.0.1: one address, one spelling.
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '')
  return {
    peer: { address, port: socket.remotePort ?? 0 },
    request: null,
    reply: null,
    previousReply: null,
    turn: null,
    upgradeHeaders: null,
    refused: null,
  }
}
