import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { RequestHead, StoredRequest } from '../../shared/request.ts'
import { Calendar } from './calendar.ts'
import { systemClock, type Clock } from './clock.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Listeners } from './listeners.ts'
import { MemoryBin } from './memory-bin.ts'
import { MemoryBodies } from './memory-bodies.ts'
import { oldestOfAll, removal, victims } from './retention.ts'
import { StoreError } from './store.ts'
import type {
  BinCatalogue,
  BinRecord,
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

export type MemoryStoreOptions = { limits?: Partial<Limits>; clock?: Clock }

/** A store that forgets everything when the process ends. */
export function createMemoryStore(options: MemoryStoreOptions = {}): Store {
  return new MemoryStore({ ...defaultLimits, ...options.limits }, options.clock ?? systemClock)
}

class MemoryStore implements Store {
  readonly bins: BinCatalogue
  readonly #bins = new Map<string, MemoryBin>()
  readonly #bodies = new MemoryBodies()
  readonly #listeners = new Listeners()
  readonly #limits: Limits
  readonly #calendar: Calendar
  readonly #stopSweep: () => void
  #order = 0
  #total = 0
  #closed = false

  constructor(limits: Limits, clock: Clock) {
    this.#limits = limits
    this.#calendar = new Calendar(clock)
    this.#stopSweep = clock.every(1000, () => this.#sweep())
    this.bins = {
      get: (id) => this.#get(id),
      list: () => [...this.#bins.values()].map((bin) => bin.record),
      create: async (record) => this.#create(record),
      update: async (id, change) => this.#update(id, change),
      delete: async (id) => this.#delete(id),
    }
  }

  async append(id: string, head: RequestHead, body: Buffer | BodyFile): Promise<number> {
    this.#mustBeOpen()
    const bin = this.#mustKnow(id)
    const bytes = Buffer.isBuffer(body) ? body : this.#bodies.take(body)
    const seq = bin.latest + 1
    const request: StoredRequest = {
      ...head,
      bin: id,
      seq,
      storedSize: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
    bin.keep({ request, body: bytes, order: (this.#order += 1) })
    this.#total += bytes.length
    this.#listeners.tell(id, { type: 'appended', latest: seq })
    this.#makeRoom(bin)
    return seq
  }

  async openBody(): Promise<BodyWriter> {
    this.#mustBeOpen()
    return this.#bodies.open()
  }

  async get(id: string, seq: number): Promise<StoredRequest | undefined> {
    return this.#bins.get(id)?.held.get(seq)?.request
  }

  async range(id: string, query: RangeQuery): Promise<StoredRequest[]> {
    return (await this.read(id, query)).map((entry) => entry.request)
  }

  async read(id: string, query: RangeQuery): Promise<StoredEntry[]> {
    const { after = 0, before = Infinity, limit, order } = query
    const held = [...(this.#bins.get(id)?.held.values() ?? [])]
    const within = held.filter(({ request }) => request.seq > after && request.seq < before)
    return (order === 'asc' ? within : within.reverse()).slice(0, limit)
  }

  async body(id: string, seq: number): Promise<Buffer | undefined> {
    return this.#bins.get(id)?.held.get(seq)?.body
  }

  async bodyStream(id: string, seq: number): Promise<Readable | undefined> {
    const body = await this.body(id, seq)
    return body && Readable.from([body], { objectMode: false })
  }

  state(id: string): BinState | undefined {
    return this.#bins.get(id)?.state()
  }

  async mark(id: string, seq: number, mark: Partial<RequestMark>): Promise<boolean> {
    this.#mustBeOpen()
    const bin = this.#bins.get(id)
    if (!bin?.held.has(seq)) return false
    bin.marks.set(seq, { ...this.marks(id, seq), ...mark })
    this.#listeners.tell(id, { type: 'marked', seq })
    return true
  }

  marks(id: string, seq: number): RequestMark {
    return this.#bins.get(id)?.marks.get(seq) ?? { pinned: false, note: '' }
  }

  async remove(id: string, seqs: number[] | 'all'): Promise<number> {
    this.#mustBeOpen()
    const bin = this.#bins.get(id)
    if (!bin) return 0
    const chosen = seqs === 'all' ? [...bin.held.keys()] : seqs.filter((seq) => bin.held.has(seq))
    const before = bin.bytes
    const removed = bin.remove(chosen)
    this.#total -= before - bin.bytes
    if (seqs === 'all') bin.passHorizon(bin.latest)
    const change: StoreChange =
      seqs === 'all' ? { type: 'removed', upTo: bin.latest } : { type: 'removed', seqs: chosen }
    if (removed > 0) this.#listeners.tell(id, change)
    return removed
  }

  reject(id: string): void {
    this.#bins.get(id)?.countRejected()
    if (this.#bins.has(id)) this.#listeners.tell(id, { type: 'bin' })
  }

  subscribe(id: string, listener: (change: StoreChange) => void): () => void {
    return this.#listeners.add(id, listener)
  }

  health(): StoreHealth {
    return this.#closed ? { status: 'failed', detail: 'closed' } : { status: 'ok' }
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#stopSweep()
  }

  #get(id: string): BinRecord | undefined {
    const record = this.#bins.get(id)?.record
    return record && this.#calendar.hasCome(record.expiresAt) ? undefined : record
  }

  #create(record: BinRecord): void {
    this.#mustBeOpen()
    if (this.#get(record.id) === undefined) this.#delete(record.id)
    if (this.#bins.has(record.id)) throw new StoreError('exists', `bin ${record.id} exists`)
    this.#bins.set(record.id, new MemoryBin(record))
  }

  #update(id: string, change: Partial<Omit<BinRecord, 'id'>>): BinRecord {
    this.#mustBeOpen()
    const bin = this.#mustKnow(id)
    bin.record = { ...bin.record, ...change }
    this.#listeners.tell(id, { type: 'bin' })
    return bin.record
  }

  #delete(id: string): boolean {
    this.#mustBeOpen()
    this.#total -= this.#bins.get(id)?.bytes ?? 0
    if (!this.#bins.delete(id)) return false
    this.#listeners.tell(id, { type: 'bin-deleted' })
    return true
  }

  #makeRoom(bin: MemoryBin): void {
    this.#evict(bin, victims(bin, this.#limits))
    const excess = this.#total - this.#limits.totalBytes
    for (const oldest of oldestOfAll(this.#bins.values(), excess)) {
      this.#evict(oldest.bin, [oldest.seq])
    }
  }

  #sweep(): void {
    const today = this.#calendar.today()
    if (today === null) return
    const pressure = {
      coming: { requests: 0, bytes: 0 },
      deadline: today - (this.#limits.ttl ?? Infinity),
    }
    for (const bin of this.#bins.values()) {
      const { id, expiresAt } = bin.record
      if (expiresAt !== null && expiresAt <= today) this.#delete(id)
      else this.#evict(bin, victims(bin, this.#limits, pressure))
    }
  }

  #evict(bin: MemoryBin, seqs: number[]): void {
    if (seqs.length === 0) return
    const before = bin.bytes
    bin.evict(seqs)
    this.#total -= before - bin.bytes
    this.#listeners.tell(bin.record.id, removal(seqs, bin.state().oldest))
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreError('closed', 'the store is closed')
  }

  #mustKnow(id: string): MemoryBin {
    const bin = this.#bins.get(id)
    if (!bin) throw new StoreError('unknown-bin', `no bin ${id}`)
    return bin
  }
}
