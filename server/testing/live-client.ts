import { once } from 'node:events'
import { WebSocket, type ClientOptions } from 'ws'
import { parseFrame, type LiveFrame } from '../../shared/live.ts'
import { eventually } from './raw-client.ts'

/** A reader of a live stream that keeps what it is told. */
export class LiveClient {
  readonly socket: WebSocket
  readonly frames: LiveFrame[] = []
  closed: { code: number; reason: string } | null = null
  /** Status of a refused handshake. */
  refused: number | null = null

  constructor(port: number, path: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, options)
    this.socket.on('message', (data: Buffer) => {
      const frame = parseFrame(data.toString())
      if (frame) this.frames.push(frame)
    })
    this.socket.on('unexpected-response', (_, res) => {
      this.refused = res.statusCode ?? 0
      this.socket.terminate()
    })
    this.socket.on('error', () => {})
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() }
    })
  }

  /** Sequence numbers in the order in which they were told. */
  get seqs(): number[] {
    return this.of('requests').flatMap((frame) => frame.requests.map(({ seq }) => seq))
  }

  of<Type extends LiveFrame['type']>(type: Type): Extract<LiveFrame, { type: Type }>[] {
    // The frames of a type are those whose type it is.
    return this.frames.filter((frame) => frame.type === type) as Extract<
      LiveFrame,
      { type: Type }
    >[]
  }

  async opened(): Promise<this> {
    await eventually(() => this.of('hello').length > 0)
    return this
  }

  until(holds: (client: this) => boolean, milliseconds?: number): Promise<void> {
    return eventually(() => holds(this), milliseconds)
  }

  async close(): Promise<void> {
    if (this.closed) return
    this.socket.terminate()
    await once(this.socket, 'close')
  }
}
