import { connect, type Socket } from 'node:net'

export type RawReply = { status: number; head: string; body: string }

/** A connection that sends exactly the bytes it is told to, and collects what comes back. */
export class RawClient {
  readonly socket: Socket
  received = Buffer.alloc(0)
  closed = false
  readonly #hasBodies: boolean

  /** @param hasBodies false where the replies, to HEAD, have none */
  constructor(port: number, hasBodies = true) {
    this.#hasBodies = hasBodies
    this.socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    this.socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk])
    })
    this.socket.on('error', () => {})
    this.socket.on('close', () => {
      this.closed = true
    })
    this.socket.on('end', () => {
      this.closed = true
      this.socket.end()
    })
  }

  /** Sends text as latin1, so that each character is one byte. */
  send(data: string | Buffer): Promise<void> {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
    return new Promise((resolve) => {
      this.socket.write(bytes, () => resolve())
    })
  }

  /** Waits for so many whole replies, or for the end of the connection. */
  async replies(count: number, milliseconds = 10_000): Promise<RawReply[]> {
    await eventually(
      () => this.closed || parse(this.received, this.#hasBodies).length >= count,
      milliseconds,
    )
    return parse(this.received, this.#hasBodies)
  }

  /** Waits until the server has closed. */
  async end(milliseconds = 10_000): Promise<RawReply[]> {
    await eventually(() => this.closed, milliseconds)
    return parse(this.received, this.#hasBodies)
  }
}

/** Sends bytes on a connection of their own and gives the replies that come until `count` or the end. */
export async function talk(port: number, data: string, count = 1): Promise<RawReply[]> {
  const client = new RawClient(port, !data.startsWith('HEAD '))
  await client.send(data)
  const replies = await client.replies(count)
  client.socket.destroy()
  return replies
}

/** Looks again and again until something holds. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  milliseconds = 10_000,
): Promise<void> {
  const deadline = Date.now() + milliseconds
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It does not come to be in time.')
    await new Promise((resolve) => {
      setTimeout(resolve, 2)
    })
  }
}

/** The whole replies at the start of the bytes; interim ones (1xx) have no body. */
function parse(bytes: Buffer, hasBodies: boolean): RawReply[] {
  const replies: RawReply[] = []
  let text = bytes.toString('latin1')
  for (;;) {
    const end = text.indexOf('\r\n\r\n')
    if (end < 0) return replies
    const head = text.slice(0, end)
    const length = hasBodies ? Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0) : 0
    if (text.length < end + 4 + length) return replies
    const status = Number(head.slice(9, 12))
    replies.push({ status, head, body: text.slice(end + 4, end + 4 + length) })
    text = text.slice(end + 4 + length)
  }
}
