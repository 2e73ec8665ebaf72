import { setTimeout as pause } from 'node:timers/promises'
import type { ForwardRule } from '../../shared/sending.ts'
import { EgressError } from '../egress/egress-error.ts'
import type { Outbox } from '../egress/outbox.ts'
import { type BinForward, isCorrupt, type Store } from '../store/store.ts'
import type { StoredRequest } from '../../shared/request.ts'
import { isWorthAnother, usualPauses } from './backoff.ts'
import { orderOf } from './captured.ts'

/** Requests that may wait; more are left out, oldest first. */
const mostWaiting = 1000
const atATime = 4
/** Milliseconds between two notes of the position in the catalogue. */
const noteEvery = 2000

export type ForwardDeps = {
  store: Store
  outbox: Outbox
  /** Milliseconds before each further attempt. */
  pauses?: readonly number[]
}

/**
 * Sends every request of one bin on. It reads the store behind its own cursor, so that a capture
 * neither waits for it nor knows of it, and notes the cursor now and then: after a crash the last
 * two seconds may be sent twice, and nothing is forgotten.
 */
export class Forward {
  readonly #deps: ForwardDeps
  readonly #bin: string
  readonly #rule: BinForward
  readonly #stopping = new AbortController()
  readonly #unsubscribe: () => void
  /** Begun and not yet done with. */
  readonly #open = new Set<number>()
  #taken: number
  #filling: Promise<void> | undefined
  #again = false
  #timer: NodeJS.Timeout | undefined

  constructor(deps: ForwardDeps, bin: string, rule: BinForward) {
    this.#deps = deps
    this.#bin = bin
    this.#rule = { ...rule }
    this.#taken = rule.after
    this.#unsubscribe = deps.store.subscribe(bin, ({ type }) => {
      if (type === 'appended') this.#wake()
    })
    this.#wake()
  }

  /** The rule as it stands. */
  view(): ForwardRule {
    const latest = this.#deps.store.state(this.#bin)?.latest ?? 0
    const { to, credentials, sent, failed, dropped } = this.#rule
    const after = this.#after()
    const waiting = Math.max(0, latest - this.#taken) + this.#open.size
    return { to, credentials, after, waiting, sent, failed, dropped, stopped: this.#refusal() }
  }

  /** Lets go; what is under way is sent again the next time. */
  async stop({ note = true } = {}): Promise<void> {
    this.#unsubscribe()
    this.#stopping.abort()
    clearTimeout(this.#timer)
    await this.#filling
    if (note) await this.#note()
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted
  }

  #refusal(): string | null {
    try {
      this.#deps.outbox.check(this.#rule.to)
      return null
    } catch (error) {
      if (error instanceof EgressError) return error.message
      throw error
    }
  }

  /** Everything up to here is done with. */
  #after(): number {
    return this.#open.size === 0 ? this.#taken : Math.min(...this.#open) - 1
  }

  #wake(): void {
    if (this.#filling) {
      this.#again = true
      return
    }
    this.#filling = this.#fill()
      // The store will tell of the next request, or of its own end.
      .catch(() => {})
      .finally(() => {
        this.#filling = undefined
        if (this.#again && !this.#stopped) {
          this.#again = false
          this.#wake()
        }
      })
  }

  async #fill(): Promise<void> {
    if (this.#refusal() !== null) return
    this.#skip()
    while (!this.#stopped && this.#open.size < atATime) {
      const limit = atATime - this.#open.size
      const query = { after: this.#taken, limit, order: 'asc' } as const
      const requests = await this.#deps.store.range(this.#bin, query)
      if (requests.length === 0) return
      for (const request of requests) this.#begin(request)
    }
  }

  #skip(): void {
    const latest = this.#deps.store.state(this.#bin)?.latest ?? 0
    const tooMany = latest - this.#taken - mostWaiting
    if (tooMany <= 0) return
    this.#taken += tooMany
    this.#rule.dropped += tooMany
  }

  #begin(request: StoredRequest): void {
    this.#taken = request.seq
    this.#open.add(request.seq)
    void this.#finish(request)
  }

  async #finish(request: StoredRequest): Promise<void> {
    // Where the store fails there is nothing to go on with; it is sent after the next start.
    const outcome = await this.#deliver(request).catch(() => 'stopped' as const)
    if (outcome === 'stopped') return
    this.#open.delete(request.seq)
    this.#rule[outcome] += 1
    this.#noteSoon()
    this.#wake()
  }

  async #deliver(request: StoredRequest): Promise<'sent' | 'failed' | 'stopped'> {
    const { outbox, pauses = usualPauses } = this.#deps
    const { signal } = this.#stopping
    const body = await this.#bodyOf(request.seq)
    if (!body) return 'failed'
    const order = { ...orderOf({ request, body }, this.#rule), cause: 'forward' } as const
    for (let attempt = 1; ; attempt += 1) {
      const sending = await outbox.send({ ...order, attempt }, signal)
      if (this.#stopped) return 'stopped'
      const wait = pauses[attempt - 1]
      if (!isWorthAnother(sending)) return sending.fault || isRefusal(sending) ? 'failed' : 'sent'
      if (wait === undefined) return 'failed'
      await pause(wait, undefined, { signal, ref: false }).catch(() => {})
      if (this.#stopped) return 'stopped'
    }
  }

  async #bodyOf(seq: number): Promise<Buffer | undefined> {
    try {
      return await this.#deps.store.body(this.#bin, seq)
    } catch (error) {
      if (isCorrupt(error)) return undefined
      throw error
    }
  }

  #noteSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#note()
    }, noteEvery).unref()
  }

  async #note(): Promise<void> {
    const forward = { ...this.#rule, after: this.#after() }
    // A bin that is gone needs none, and a store that fails has told so already.
    await this.#deps.store.bins.update(this.#bin, { forward }).catch(() => {})
  }
}

function isRefusal({ status }: { status: number | null }): boolean {
  return status !== null && status >= 400
}
