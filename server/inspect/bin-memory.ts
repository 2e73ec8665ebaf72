import type { BinRecord, Store, StoreChange, StoredEntry } from '../store/store.ts'
import type { Inspector } from './inspector.ts'

/** How something is worked out of the requests of a bin, one by one. */
export type Learning<State> = {
  start: () => State
  learn: (state: State, entry: StoredEntry) => Promise<void>
}

type Known<State> = {
  bin: BinRecord
  state: State
  /** Last request that was learnt from. */
  seq: number
  evicted: number
  /** Ends with the last reading that was begun. */
  reading: Promise<void>
  forget: () => void
}

/** So many bins are remembered; another one is read again when it is asked for. */
const remembered = 20

/**
 * What is learnt from all requests of a bin: read in batches when it is first asked for, and only
 * what has come since the next time. What retention takes is not forgotten; what somebody deletes
 * is, and so is everything where the bin's own shapes have changed.
 */
export class BinMemory<State> {
  readonly #store: Store
  readonly #inspector: Pick<Inspector, 'entries'>
  readonly #learning: Learning<State>
  readonly #known = new Map<string, Known<State>>()

  constructor(store: Store, inspector: Pick<Inspector, 'entries'>, learning: Learning<State>) {
    this.#store = store
    this.#inspector = inspector
    this.#learning = learning
  }

  /** What there is to know of a bin now. @throws StoreError */
  async of(bin: BinRecord): Promise<State> {
    const known = this.#knownOf(bin)
    const earlier = known.reading.catch(() => {})
    known.reading = earlier.then(() => this.#read(known))
    await known.reading
    return known.state
  }

  #knownOf(bin: BinRecord): Known<State> {
    const old = this.#known.get(bin.id)
    this.#known.delete(bin.id)
    const isSame = old && isUnchanged(old.bin, bin)
    if (!isSame) old?.forget()
    const known = isSame ? old : this.#begin(bin)
    this.#known.set(bin.id, known)
    const [oldest] = this.#known.values()
    if (oldest && this.#known.size > remembered) this.#drop(oldest)
    return known
  }

  #begin(bin: BinRecord): Known<State> {
    const known: Known<State> = {
      bin,
      state: this.#learning.start(),
      seq: 0,
      evicted: this.#evictedOf(bin.id),
      reading: Promise.resolve(),
      forget: this.#store.subscribe(bin.id, (change) => this.#note(known, change)),
    }
    return known
  }

  async #read(known: Known<State>): Promise<void> {
    const range = { after: known.seq, order: 'asc' } as const
    for await (const entry of this.#inspector.entries(known.bin.id, range)) {
      await this.#learning.learn(known.state, entry)
      known.seq = entry.request.seq
    }
  }

  /** Retention counts what it takes: what went without being counted was deleted by somebody. */
  #note(known: Known<State>, { type }: StoreChange): void {
    if (type === 'bin-deleted') this.#drop(known)
    if (type !== 'removed') return
    const evicted = this.#evictedOf(known.bin.id)
    if (evicted === known.evicted) this.#drop(known)
    known.evicted = evicted
  }

  #evictedOf(bin: string): number {
    return this.#store.state(bin)?.counts.evicted ?? 0
  }

  #drop(known: Known<State>): void {
    known.forget()
    if (this.#known.get(known.bin.id) === known) this.#known.delete(known.bin.id)
  }
}

/** A bin made anew under an old id is another bin. */
function isUnchanged(old: BinRecord, bin: BinRecord): boolean {
  return old.createdAt === bin.createdAt && old.ownShapes?.revision === bin.ownShapes?.revision
}
