import { connect, type Socket } from 'node:net'

export type Reply = { status: number; seq: number; body: string }

/** The connection ended before a reply was whole. */
export class Broken extends Error {}

type Waiting = { resolve: (reply: Reply) => void; reject: (error: Broken) => void }

/** One kept-alive connection. Replies come in the order of what was sent. */
export class Sender {
  readonly socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #waiting: Waiting[] = []
  #broken = false

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.socket
      .on('data', (chunk) => this.#take(chunk))
      .on('error', () => {})
      .on('close', () => this.#break())
  }

  /** Sends a whole request. @throws Broken */
  send(request: Buffer): Promise<Reply> {
    const reply = this.reply()
    this.socket.write(request)
    return reply
  }

  /** The next reply, for what was written by hand. @throws Broken */
  reply(): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#broken) reject(new Broken())
      else this.#waiting.push({ resolve, reject })
    })
  }

  close(): void {
    this.socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    for (;;) {
      const read = readReply(this.#received)
      if (read === undefined) return
      this.#received = this.#received.subarray(read.end)
      this.#waiting.shift()?.resolve(read.reply)
    }
  }

  #break(): void {
    this.#broken = true
    for (const { reject } of this.#waiting.splice(0)) reject(new Broken())
  }
}

/** A POST to a bin; `path` follows the bin's address. */
export function post(bin: string, path: string, body: string | Buffer): Buffer {
  const head = `POST /bin/${bin}/${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(body)])
}

/** Sends one request on a connection of its own. @returns undefined where no reply came */
export async function sendOnce(port: number, request: Buffer): Promise<Reply | undefined> {
  const sender = new Sender(port)
  try {
    return await sender.send(request)
  } catch (error) {
    if (error instanceof Broken) return undefined
    throw error
  } finally {
    sender.close()
  }
}

function readReply(bytes: Buffer): { reply: Reply; end: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = bytes.toString('latin1', 0, headEnd)
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
  const end = headEnd + 4 + length
  if (bytes.length < end) return undefined
  const seq = Number(/^x-bin-seq: *(\d+)/im.exec(head)?.[1] ?? 0)
  const body = bytes.toString('latin1', headEnd + 4, end)
  return { reply: { status: Number(head.slice(9, 12)), seq, body }, end }
}
