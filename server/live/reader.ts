import type { WebSocket } from 'ws'
import type { LiveFrame } from '../../shared/live.ts'
import { viewBin } from '../inspect/bin.ts'
import type { Inspector } from '../inspect/inspector.ts'
import type { ControlDeps } from '../http/deps.ts'
import type { BinRecord, StoreChange } from '../store/store.ts'
import { toFrame, type Feed, type FeedReader } from './feed.ts'
import { Pending } from './pending.ts'

/** Bytes waiting in a socket from which on its reader counts as slow and is not read for. */
export const highWater = 256 * 1024
const changedAtOnce = 100

/** Codes with which a live connection is closed, beside those of the protocol. */
export const closeCodes = { restart: 1012, failed: 1011, noKey: 4401, wrongKey: 4403, gone: 4404 }

type Context = {
  deps: ControlDeps
  inspector: Inspector
  feed: Feed
  bin: BinRecord
  /** Whether the reader has shown the owner key. */
  hasKey: boolean
}

/**
 * One live connection: a position in the log, moved on as fast as the reader takes what is sent.
 * It is sent what is there already (backfill), then what comes (stream), by one and the same loop:
 * so there is no seam between the two where something could be lost or told twice.
 */
export class Reader implements FeedReader {
  readonly #context: Context
  readonly #socket: WebSocket
  readonly #pending = new Pending()
  #position: number
  /** Horizon that the reader knows to have passed it. */
  #horizon: number
  #running = false
  #woken = false
  #flushed: Promise<void> = Promise.resolve()

  /** @param after last sequence number that the reader has; `null`: send what is held */
  constructor(context: Context, socket: WebSocket, after: number | null) {
    const state = context.deps.store.state(context.bin.id)
    this.#context = context
    this.#socket = socket
    this.#position = after ?? 0
    this.#horizon = after === null ? (state?.horizon ?? 0) : 0
  }

  start(): void {
    const { deps, bin, feed } = this.#context
    const view = viewBin(deps, bin)
    feed.join(this)
    this.#send(toFrame({ type: 'hello', bin: view, latest: view.latest, oldest: view.oldest }))
    this.wake()
  }

  note(change: StoreChange): void {
    if (change.type === 'bin-deleted') this.#socket.close(closeCodes.gone, 'bin-not-found')
    if (change.type === 'bin' && !this.#mayRead()) {
      this.#socket.close(closeCodes.noKey, 'owner-key-required')
    }
    this.#pending.note(change)
  }

  noteBin(): void {
    this.#pending.bin = true
  }

  noteOutcome(id: string, frame: Buffer): void {
    this.#pending.outcomes.set(id, frame)
  }

  presence(frame: Buffer): void {
    this.#pending.presence = frame
    this.wake()
  }

  wake(): void {
    this.#woken = true
    if (this.#running) return
    this.#running = true
    void this.#run()
  }

  async #run(): Promise<void> {
    try {
      while (this.#woken && this.#isOpen()) {
        this.#woken = false
        await this.#sendAll()
      }
    } catch (error) {
      this.#context.deps.log.error({ err: error }, 'A live stream has failed.')
      this.#socket.close(closeCodes.failed)
    } finally {
      this.#running = false
    }
  }

  /** Sends until the reader is up to date, no faster than it takes what is sent. */
  async #sendAll(): Promise<void> {
    for (let frame = await this.#next(); frame; frame = await this.#next()) {
      this.#send(frame)
      if (this.#socket.bufferedAmount > highWater) await this.#flushed
      if (!this.#isOpen()) return
    }
  }

  /** The next frame for this reader; `null` where it is up to date. */
  async #next(): Promise<Buffer | null> {
    const removal = this.#resetFrame() ?? this.#removalFrame()
    if (removal) return toFrame(removal)
    const page = await this.#context.feed.page(this.#position)
    if (page) {
      this.#position = page.last
      return page.frame
    }
    const told = (await this.#changedFrame()) ?? this.#pending.takeOutcome() ?? this.#binFrame()
    return told ?? this.#pending.takePresence()
  }

  #resetFrame(): LiveFrame | null {
    const state = this.#context.deps.store.state(this.#context.bin.id)
    if (!state) return null
    const isBehind = state.horizon > this.#position && state.horizon > this.#horizon
    this.#horizon = Math.max(this.#horizon, isBehind ? state.horizon : 0)
    if (isBehind) this.#pending.forgetRemovals()
    if (!this.#pending.reset) return null
    this.#pending.reset = false
    return { type: 'reset', oldest: state.oldest }
  }

  #removalFrame(): LiveFrame | null {
    const upTo = this.#pending.takeUpTo()
    if (upTo !== null) return { type: 'removed', upTo }
    const seqs = this.#pending.takeRemoved()
    return seqs.length > 0 ? { type: 'removed', seqs } : null
  }

  async #changedFrame(): Promise<Buffer | null> {
    const { deps, inspector, bin } = this.#context
    const seqs = this.#pending.takeChanged(changedAtOnce)
    if (seqs.length === 0) return null
    const found = await Promise.all(seqs.map((seq) => deps.store.get(bin.id, seq)))
    const entries = found.flatMap((request) => (request ? [{ request, body: null }] : []))
    if (entries.length === 0) return null
    return toFrame({ type: 'changed', requests: await inspector.summaries(entries) })
  }

  #binFrame(): Buffer | null {
    if (!this.#pending.bin) return null
    this.#pending.bin = false
    return this.#context.feed.binFrame()
  }

  /** Whether the bin is still open to this reader. */
  #mayRead(): boolean {
    const { deps, bin, hasKey } = this.#context
    return hasKey || deps.store.bins.get(bin.id)?.visibility !== 'private'
  }

  #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  #send(frame: Buffer): void {
    this.#flushed = new Promise((resolve) => {
      // Called when the frame is in the hands of the system, and also where the socket is gone.
      this.#socket.send(frame, { binary: false }, () => resolve())
    })
  }
}
