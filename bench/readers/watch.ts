import type { WebSocket } from 'ws'
import { parseFrame } from '../../shared/live.ts'
import { openLive, type LiveTarget } from '../load/live-connection.ts'
import { quantile } from '../statistics.ts'

/** What a process of live readers is asked to do. */
export type ReadersJob =
  | {
      do: 'open'
      live: LiveTarget
      /** Readers that check every frame. */
      careful: number
      /** Readers that take frames and look at none. */
      careless: number
      /** Readers that stop reading. */
      stalled: number
    }
  /** Says when each request was sent, by its number; asks what the careful readers have seen. */
  | { do: 'report'; sent: [seq: number, at: number][] }
  | { do: 'close' }

export type ReadersReport = {
  /** Readers that were told of every request, once and in order. */
  complete: number
  /** Milliseconds from sending a request to its frame, over all readers and requests. */
  p50: number
  p99: number
}

/** What a careful reader was told last, and whether nothing was left out or came twice. */
type Watched = { last: number; isSound: boolean }

/** A clock that all processes of the machine share, in milliseconds. */
export function sharedClock(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** Live readers of one bin, all at their work at once. */
export class Watch {
  #sockets: WebSocket[] = []
  readonly #watched: Watched[] = []
  readonly #arrivals: [seq: number, at: number][] = []

  async do(job: ReadersJob): Promise<ReadersReport | null> {
    if (job.do === 'report') return this.#report(new Map(job.sent))
    if (job.do === 'open') await this.#open(job)
    else for (const socket of this.#sockets.splice(0)) socket.terminate()
    return null
  }

  async #open(job: ReadersJob & { do: 'open' }): Promise<void> {
    const open = (count: number, arrived: () => (frame: Buffer) => void) =>
      Promise.all(Array.from({ length: count }, () => openLive(job.live, arrived())))
    const stalled = await open(job.stalled, () => () => {})
    for (const socket of stalled) socket.pause()
    const careless = await open(job.careless, () => () => {})
    const careful = await open(job.careful, () => this.#watch(job.live.after))
    this.#sockets = [...stalled, ...careless, ...careful]
  }

  #watch(after: number): (frame: Buffer) => void {
    const watched = { last: after, isSound: true }
    this.#watched.push(watched)
    return (bytes) => {
      const frame = parseFrame(bytes.toString())
      if (frame?.type !== 'requests') return
      const at = sharedClock()
      for (const { seq } of frame.requests) {
        if (seq !== watched.last + 1) watched.isSound = false
        watched.last = seq
        this.#arrivals.push([seq, at])
      }
    }
  }

  #report(sent: Map<number, number>): ReadersReport {
    const delays = this.#arrivals.map(([seq, at]) => at - (sent.get(seq) ?? Number.NaN))
    const complete = this.#watched.filter(({ last, isSound }) => isSound && last === sent.size)
    return { complete: complete.length, p50: quantile(delays, 0.5), p99: quantile(delays, 0.99) }
  }
}
