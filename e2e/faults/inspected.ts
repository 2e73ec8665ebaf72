import { readdirSync } from 'node:fs'
import { WebSocket } from 'ws'
import type { Program } from './program.ts'

/** Lets a program be asked for its memory. */
export const inspectable = ['--inspect=127.0.0.1:0']

/** Megabytes, and open files, at a moment. */
export type Usage = { minutes: number; heap: number; resident: number; files: number }

/** Asks a running program through Node's own debugging protocol. */
export class Inspected {
  readonly #program: Program
  readonly #socket: WebSocket
  readonly #started = performance.now()
  readonly #waiting = new Map<number, (result: unknown) => void>()
  #calls = 0

  private constructor(program: Program, socket: WebSocket) {
    this.#program = program
    this.#socket = socket
    socket.on('message', (data: Buffer) => {
      // What the protocol promises for every answer.
      const { id, result } = JSON.parse(data.toString()) as { id: number; result: unknown }
      this.#waiting.get(id)?.(result)
      this.#waiting.delete(id)
    })
  }

  /** @param program started with `inspectable` */
  static async open(program: Program): Promise<Inspected> {
    const [address = ''] = /ws:\/\/127\.0\.0\.1:\S+/.exec(program.output) ?? []
    const socket = new WebSocket(address)
    await new Promise((resolve) => socket.once('open', resolve))
    return new Inspected(program, socket)
  }

  /** What is in use once all rubbish is collected. */
  async usage(): Promise<Usage> {
    await this.#call('HeapProfiler.collectGarbage')
    const expression = 'process.memoryUsage().heapUsed'
    // What the protocol promises for an expression that gives a number.
    const { result } = (await this.#call('Runtime.evaluate', { expression })) as {
      result: { value: number }
    }
    return {
      minutes: (performance.now() - this.#started) / 60_000,
      heap: result.value / 1e6,
      resident: this.#program.memory().now / 1e6,
      files: readdirSync(`/proc/${this.#program.pid}/fd`).length,
    }
  }

  close(): void {
    this.#socket.terminate()
  }

  #call(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#calls
    this.#socket.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve) => this.#waiting.set(id, resolve))
  }
}

/** How much something grows a minute: the slope of the line that fits best. */
export function slope(points: Usage[], of: 'heap' | 'resident'): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [
    mean(points.map(({ minutes }) => minutes)),
    mean(points.map((point) => point[of])),
  ]
  const above = points.reduce((sum, point) => sum + (point.minutes - x) * (point[of] - y), 0)
  return above / points.reduce((sum, { minutes }) => sum + (minutes - x) ** 2, 0)
}
