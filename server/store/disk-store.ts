import type { Readable } from 'node:stream'
import type { RequestHead, StoredRequest } from '../../shared/request.ts'
import type { Bodies } from './bodies.ts'
import type { Calendar } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import type { Clock } from './clock.ts'
import { DiskBins } from './disk-bins.ts'
import type { Limits } from './limits.ts'
import type { Listeners } from './listeners.ts'
import type { Log } from './log/log.ts'
import { StoreError } from './store.ts'
import type {
  BinState,
  BodyFile,
  BodyWriter,
  RangeQuery,
  RequestMark,
  Store,
  StoreChange,
  StoredEntry,
  StoreHealth,
} from './store.ts'

/** What a disk store is made of, opened and sound. */
export type DiskParts = {
  catalogue: Catalogue
  log: Log
  bodies: Bodies
  listeners: Listeners
  limits: Limits
  clock: Clock
  calendar: Calendar
  /** What a person should know of how the data was found. */
  warnings: string[]
  /** Lets go of what was taken to open it. */
  release: () => Promise<void>
}

/** The store that survives: settings in a catalogue, requests in a log, large bodies beside it. */
export class DiskStore implements Store {
  readonly bins: DiskBins
  readonly warnings: string[]
  readonly #parts: DiskParts
  #closing: Promise<void> | undefined

  constructor(parts: DiskParts) {
    this.#parts = parts
    this.warnings = parts.warnings
    this.bins = new DiskBins(parts)
  }

  append(id: string, head: RequestHead, body: Buffer | BodyFile): Promise<number> {
    return this.#parts.log.append(id, head, body)
  }

  async openBody(): Promise<BodyWriter> {
    const { status, detail = '' } = this.health()
    if (this.#closing) throw new StoreError('closed', detail)
    if (status === 'full') throw new StoreError('full', detail)
    return this.#parts.bodies.write()
  }

  async get(id: string, seq: number): Promise<StoredRequest | undefined> {
    return (await this.#parts.log.get(id, seq))?.request
  }

  async range(id: string, query: RangeQuery): Promise<StoredRequest[]> {
    return (await this.#parts.log.range(id, query)).map(({ request }) => request)
  }

  async read(id: string, query: RangeQuery): Promise<StoredEntry[]> {
    const found = await this.#parts.log.range(id, query)
    return found.map(({ request, body }) => ({
      request,
      body: Buffer.isBuffer(body) ? body : null,
    }))
  }

  body(id: string, seq: number): Promise<Buffer | undefined> {
    return this.#parts.log.body(id, seq)
  }

  bodyStream(id: string, seq: number): Promise<Readable | undefined> {
    return this.#parts.log.bodyStream(id, seq)
  }

  state(id: string): BinState | undefined {
    return this.#parts.log.bin(id)?.state()
  }

  async mark(id: string, seq: number, mark: Partial<RequestMark>): Promise<boolean> {
    this.#mustBeOpen()
    const { catalogue, log, listeners } = this.#parts
    const bin = log.bin(id)
    if (!bin?.rows.get(seq)) return false
    const before = bin.marks.get(seq)
    // A pin protects at once; it is only promised when it is safe.
    bin.marks.set(seq, { ...this.marks(id, seq), ...mark })
    try {
      await catalogue.save()
    } catch (error) {
      if (before) bin.marks.set(seq, before)
      else bin.marks.delete(seq)
      throw error
    }
    listeners.tell(id, { type: 'marked', seq })
    return bin.rows.get(seq) !== undefined
  }

  marks(id: string, seq: number): RequestMark {
    return this.#parts.log.bin(id)?.marks.get(seq) ?? { pinned: false, note: '' }
  }

  async remove(id: string, seqs: number[] | 'all'): Promise<number> {
    this.#mustBeOpen()
    const { log, listeners } = this.#parts
    const bin = log.bin(id)
    if (!bin) return 0
    const removed = await log.remove(bin, seqs)
    await this.#saveMarks()
    listeners.flush()
    return removed.length
  }

  reject(id: string): void {
    const bin = this.#parts.log.bin(id)
    if (!bin) return
    this.#parts.log.countRejected(bin)
    this.#parts.listeners.tellSoon(id, { type: 'bin' })
  }

  subscribe(id: string, listener: (change: StoreChange) => void): () => void {
    return this.#parts.listeners.add(id, listener)
  }

  health(): StoreHealth {
    return this.#closing
      ? { status: 'failed', detail: 'the store is closed' }
      : this.#parts.log.health()
  }

  /** Expires bins and requests, and has the log do its housework. */
  sweep(): void {
    const { calendar, clock, limits, log } = this.#parts
    const today = calendar.today() ?? -Infinity
    for (const { id, expiresAt } of this.bins.list()) {
      // What cannot be deleted now is tried again with the next sweep.
      if (expiresAt !== null && expiresAt <= today) this.bins.delete(id).catch(() => {})
    }
    log.tick(clock.monotonic(), today - (limits.ttl ?? Infinity))
    this.#saveMarks().catch(() => {})
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    const { catalogue, log, listeners, release } = this.#parts
    try {
      await this.bins.close()
      await log.close()
      await this.#saveMarks()
      await catalogue.idle()
      listeners.flush()
    } finally {
      await release()
    }
  }

  /** Pins and notes of requests that are gone go too. */
  async #saveMarks(): Promise<void> {
    const { log, catalogue } = this.#parts
    if (log.takeUnmarked()) await catalogue.save()
  }

  #mustBeOpen(): void {
    if (this.#closing) throw new StoreError('closed', 'the store is closed')
  }
}
