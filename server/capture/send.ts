import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PreparedReply } from './prepared-reply.ts'
import { headerOf } from './raw-headers.ts'

/** Bytes of an unread body that are still read for the sake of the connection. */
const readOnFor = 64 * 1024
/** Milliseconds that a sender is listened to who has its reply and goes on sending. */
const lingerFor = 1000

/** Sends a reply whole. */
export function sendReply(
  req: IncomingMessage,
  res: ServerResponse,
  reply: PreparedReply,
  more: readonly string[],
): void {
  sendHead(req, res, reply, more)
  endReply(req, res, reply.body)
}

/** Sends the head of a reply; `more` are further headers. */
export function sendHead(
  req: IncomingMessage,
  res: ServerResponse,
  reply: PreparedReply,
  more: readonly string[],
): void {
  if (!req.complete && isLong(req)) res.shouldKeepAlive = false
  res.writeHead(reply.status, reply.headers.concat(more))
}

/**
 * Ends a reply. A sender who is still sending is listened to a little longer: were the connection
 * closed on it, its kernel would throw away the reply unread.
 */
function endReply(req: IncomingMessage, res: ServerResponse, body: string | Buffer): void {
  if (req.complete || res.shouldKeepAlive) {
    res.end(body)
    return
  }
  res.flushHeaders()
  if (body.length > 0) res.write(body)
  const end = () => res.end()
  const timer = setTimeout(end, lingerFor)
  req.resume().once('close', () => {
    clearTimeout(timer)
    end()
  })
}

function isLong({ rawHeaders }: IncomingMessage): boolean {
  const length = headerOf(rawHeaders, 'content-length')
  return length === undefined
    ? headerOf(rawHeaders, 'transfer-encoding') !== undefined
    : Number(length) > readOnFor
}
