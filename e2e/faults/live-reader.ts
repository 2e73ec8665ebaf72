import { WebSocket } from 'ws'
import { parseFrame } from '../../shared/live.ts'

/** A reader of a live stream that notes which requests it was told of, in their order. */
export class LiveReader {
  readonly seqs: number[] = []
  opened = false
  /** Code that the connection was closed with. */
  closed: number | undefined
  readonly #socket: WebSocket

  /** @param after the last request that the reader knows of */
  constructor(port: number, bin: string, after?: number) {
    const query = after === undefined ? '' : `?after=${after}`
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/api/bins/${bin}/live${query}`)
    this.#socket
      .on('message', (data: Buffer) => this.#take(data.toString()))
      .on('error', () => {})
      .on('close', (code) => (this.closed = code))
  }

  /** Reads nothing more from its socket, and so makes the server wait. */
  stall(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  close(): void {
    this.#socket.terminate()
  }

  #take(text: string): void {
    const frame = parseFrame(text)
    if (frame?.type === 'hello') this.opened = true
    if (frame?.type === 'requests') this.seqs.push(...frame.requests.map(({ seq }) => seq))
  }
}

/** Whether a reader was told of every request up to the latest, each once, in order. */
export function isGapless(seqs: number[], latest: number): boolean {
  return seqs.length === latest && seqs.every((seq, index) => seq === index + 1)
}
