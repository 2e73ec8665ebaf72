import type { BinCounts } from '../../shared/bin.ts'
import type { StoredRequest } from '../../shared/request.ts'
import type { Held, HeldRow } from './retention.ts'
import type { BinRecord, BinState, RequestMark } from './store.ts'

export type HeldRequest = { request: StoredRequest; body: Buffer; order: number }

type MemoryRow = HeldRow & { order: number }

/** One bin in memory. */
export class MemoryBin implements Held<MemoryRow> {
  record: BinRecord
  latest = 0
  bytes = 0
  /** In order of `seq`. */
  readonly held = new Map<number, HeldRequest>()
  readonly marks = new Map<number, RequestMark>()
  readonly #counts = { evicted: 0, truncated: 0, aborted: 0, rejected: 0 }
  #horizon = 0

  constructor(record: BinRecord) {
    this.record = record
  }

  get requests(): number {
    return this.held.size
  }

  pinned(seq: number): boolean {
    return this.marks.get(seq)?.pinned === true
  }

  *heldRows(): Iterable<MemoryRow> {
    for (const [seq, { request, order }] of this.held) {
      yield { seq, receivedAt: request.receivedAt, kept: request.storedSize, order }
    }
  }

  room(row: MemoryRow): number {
    return row.kept
  }

  order(row: MemoryRow): number {
    return row.order
  }

  keep(held: HeldRequest): void {
    const { seq, storedSize, flags } = held.request
    this.held.set(seq, held)
    this.latest = seq
    this.bytes += storedSize
    if (flags.includes('truncated')) this.#counts.truncated += 1
    if (flags.includes('aborted')) this.#counts.aborted += 1
  }

  countRejected(): void {
    this.#counts.rejected += 1
  }

  /** @param seqs ascending. */
  evict(seqs: number[]): void {
    this.#counts.evicted += this.remove(seqs)
    this.passHorizon(seqs.at(-1) ?? 0)
  }

  /** @returns how many of them were held. */
  remove(seqs: Iterable<number>): number {
    let removed = 0
    for (const seq of seqs) {
      const held = this.held.get(seq)
      if (!held) continue
      this.held.delete(seq)
      this.marks.delete(seq)
      this.bytes -= held.request.storedSize
      removed += 1
    }
    return removed
  }

  passHorizon(seq: number): void {
    this.#horizon = Math.max(this.#horizon, seq)
  }

  state(): BinState {
    const counts: BinCounts = { requests: this.requests, bytes: this.bytes, ...this.#counts }
    const [oldest] = this.held.keys()
    return { latest: this.latest, oldest: oldest ?? null, horizon: this.#horizon, counts }
  }
}
