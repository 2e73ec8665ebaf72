import { connect, type Socket } from 'node:net'
import { ReplyReader, type Reply } from './reply-reader.ts'

const readAtOnce = 64 * 1024

/** One keep-alive connection with at most one request under way. */
export class Connection {
  readonly port: number
  readonly #socket: Socket
  readonly #reader = new ReplyReader()
  #replied: (reply: Reply) => void = () => {}
  #failed: (error: Error) => void = () => {}

  private constructor(port: number, opened: (connection: Connection) => void) {
    this.port = port
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: Buffer.allocUnsafe(readAtOnce),
        callback: (size, buffer) => this.#read(buffer.subarray(0, size)),
      },
    })
    this.#socket
      .once('connect', () => opened(this))
      .on('error', (error) => this.#failed(error))
      .on('close', () => this.#failed(new Error('The server closed the connection.')))
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      new Connection(port, resolve).#failed = reject
    })
  }

  /** Sends a request; calls back once, with its reply or with what went wrong. */
  send(request: Buffer, replied: (reply: Reply) => void, failed: (error: Error) => void): void {
    this.#replied = replied
    this.#failed = failed
    this.#socket.write(request)
  }

  ask(request: Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => this.send(request, resolve, reject))
  }

  /** Sends a piece of a long request; resolves when more is wanted. */
  async write(piece: Buffer): Promise<void> {
    if (!this.#socket.write(piece)) {
      await new Promise((resolve) => this.#socket.once('drain', resolve))
    }
  }

  close(): void {
    this.#failed = () => {}
    this.#socket.destroy()
  }

  // `onread` hands over a view of the socket's one buffer: types know it as bytes only.
  #read(bytes: Uint8Array): boolean {
    try {
      const reply = this.#reader.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
      if (reply !== null) this.#replied(reply)
    } catch (error) {
      this.#socket.destroy(error instanceof Error ? error : undefined)
    }
    return true
  }
}
