import type { IncomingMessage, Server } from 'node:http'
import { afterReplies, type Connection } from './connection.ts'

/**
 * Hands a request that asked for another protocol to a server that knows of none, so that it is
 * read as plain HTTP: Java's client sends `Upgrade: h2c` with everything, and Node takes each
 * request with an `Upgrade` header away from a server that accepts WebSockets.
 * @param rest what had been read behind the head
 */
export function readAsPlain(
  plain: Server,
  req: IncomingMessage,
  rest: Buffer,
  connection: Connection,
): void {
  const { socket } = req
  const onError = () => socket.destroy()
  socket.on('error', onError)
  afterReplies(connection, () => {
    if (socket.destroyed) return
    socket.off('error', onError)
    // Left by the server before, for connections that wait for their next request.
    socket.setTimeout(0)
    socket.unshift(Buffer.concat([headBytes(req), rest]))
    plain.emit('connection', socket)
  })
}

function headBytes({ method, url, httpVersion, rawHeaders }: IncomingMessage): Buffer {
  let head = `${method} ${url} HTTP/${httpVersion}\r\n`
  for (let index = 0; index < rawHeaders.length; index += 2) {
    head += `${rawHeaders[index]}: ${rawHeaders[index + 1]}\r\n`
  }
  return Buffer.from(`${head}\r\n`, 'latin1')
}
