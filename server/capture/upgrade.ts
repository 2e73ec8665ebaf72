import type { IncomingMessage } from 'node:http'
import { afterReplies, type Connection } from './connection.ts'

/**
 * Has a request that asked for another protocol read again, as plain HTTP: Java's client sends
 * `Upgrade: h2c` with everything, and Node stops reading at each request with an `Upgrade` header.
 * The header is left out this time, and given back to the request by `begin`.
 * @param again has the server read from the connection once more
 * @param rest what had been read behind the head
 */
export function readAsPlain(
  again: () => void,
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
    connection.upgradeHeaders = req.rawHeaders
    // Left from the request before: the connection no longer waits for its next one.
    socket.setTimeout(0)
    socket.unshift(Buffer.concat([plainHead(req), rest]))
    again()
  })
}

function plainHead({ method, url, httpVersion, rawHeaders }: IncomingMessage): Buffer {
  let head = `${method} ${url} HTTP/${httpVersion}\r\n`
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    if (name.toLowerCase() !== 'upgrade') head += `${name}: ${rawHeaders[index + 1]}\r\n`
  }
  return Buffer.from(`${head}\r\n`, 'latin1')
}
