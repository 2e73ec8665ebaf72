import { setTimeout as pause } from 'node:timers/promises'
import type { Playback, Sending } from '../../shared/sending.ts'
import type { Outbox } from '../egress/outbox.ts'
import { HttpProblem } from '../http/problem.ts'
import type { StoredRequest } from '../../shared/request.ts'
import { isCorrupt, type Store } from '../store/store.ts'
import { orderOf, type Where } from './captured.ts'

export type PlaybackDeps = { store: Store; outbox: Outbox; now: () => number }

export type PlaybackOrder = Where & { requests: readonly StoredRequest[]; speed: number }

/** Sent at a time; where that many wait for answers, the next ones come late. */
const atATime = 16

type Running = { view: Playback; stopping: AbortController; ended: Promise<void> }

/** Recorded sequences that are sent again with their gaps, one at a time in each bin. */
export class Playbacks {
  readonly #deps: PlaybackDeps
  readonly #running = new Map<string, Running>()

  constructor(deps: PlaybackDeps) {
    this.#deps = deps
  }

  /** The one under way, or the last. */
  of(bin: string): Playback | null {
    return this.#running.get(bin)?.view ?? null
  }

  /** @throws HttpProblem `playback-running` */
  start(bin: string, order: PlaybackOrder): Playback {
    if (this.of(bin)?.state === 'running') {
      throw new HttpProblem('playback-running', 'Cancel the playback of this bin first.')
    }
    const { to, speed, requests } = order
    const counts = { total: requests.length, done: 0, failed: 0 }
    const view: Playback = { to, speed, ...counts, state: 'running', nextAt: null }
    const stopping = new AbortController()
    const ended = this.#play(order, view, stopping.signal).finally(() => {
      view.state = stopping.signal.aborted ? 'cancelled' : 'ended'
      view.nextAt = null
    })
    // Whatever a single request met stands in the list of what was sent.
    ended.catch(() => {})
    this.#running.set(bin, { view, stopping, ended })
    return view
  }

  /** Resolves when nothing more is sent. */
  async cancel(bin: string): Promise<void> {
    const running = this.#running.get(bin)
    running?.stopping.abort()
    await running?.ended.catch(() => {})
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((bin) => this.cancel(bin)))
  }

  async #play(order: PlaybackOrder, view: Playback, signal: AbortSignal): Promise<void> {
    const { now } = this.#deps
    const started = now()
    const first = order.requests[0]?.receivedAt ?? 0
    const open = new Set<Promise<unknown>>()
    for (const request of order.requests) {
      const due = started + (request.receivedAt - first) / order.speed
      view.nextAt = new Date(due).toISOString()
      await pauseFor(due - now(), signal)
      while (open.size >= atATime) await Promise.race(open)
      if (signal.aborted) break
      const sending: Promise<void> = this.#count(this.#send(request, order, signal), view).finally(
        () => open.delete(sending),
      )
      open.add(sending)
    }
    await Promise.all(open)
  }

  async #count(sending: Promise<Sending | undefined>, view: Playback): Promise<void> {
    const sent = await sending
    view.done += 1
    if (!sent || sent.fault) view.failed += 1
  }

  async #send(
    request: StoredRequest,
    where: Where,
    signal: AbortSignal,
  ): Promise<Sending | undefined> {
    const body = await this.#bodyOf(request)
    if (!body) return undefined
    const order = orderOf({ request, body }, where)
    return this.#deps.outbox.send({ ...order, cause: 'playback' }, signal)
  }

  async #bodyOf({ bin, seq }: StoredRequest): Promise<Buffer | undefined> {
    try {
      return await this.#deps.store.body(bin, seq)
    } catch (error) {
      if (isCorrupt(error)) return undefined
      throw error
    }
  }
}

/** Longest time that a timer of Node can wait for. */
const longestTimer = 2 ** 31 - 1

async function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0) return
  const options = { signal, ref: false }
  await pause(Math.min(milliseconds, longestTimer), undefined, options).catch(() => {})
}
