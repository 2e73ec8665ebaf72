import type { Limits } from '../limits.ts'
import type { Listeners } from '../listeners.ts'
import { removal as removalOf } from '../retention.ts'
import type { StoreError } from '../store.ts'
import type { Outline } from './decode.ts'
import type { LogBin } from './log-bin.ts'
import { planSteps, type Removal, type Removed, type Step } from './plan.ts'
import { Segments } from './segments.ts'

/** A request on its way into the log. */
export type Entry = Outline & {
  bin: LogBin
  /** Bytes of its line. */
  length: number
  resolve: (seq: number) => void
  reject: (error: StoreError) => void
}

/** Where a line was written. */
export type Spot = { segment: number; offset: number }

/**
 * What is in the log: the bins, their rows and totals. Every change is planned, written, and only
 * then carried out here, so that memory never knows more than the disk.
 */
export class Ledger {
  readonly bins = new Map<string, LogBin>()
  readonly segments = new Segments()
  /** Whether pins or notes went with their requests since the catalogue was last written. */
  unmarked = false
  readonly #limits: Limits
  readonly #listeners: Listeners
  /** Bins that the next batch has to look at. */
  #due = new Set<LogBin>()
  /** Bytes that all requests take, and those of the next batch. */
  #total = 0
  #coming = 0
  #deadline = -Infinity

  constructor(limits: Limits, listeners: Listeners) {
    this.#limits = limits
    this.#listeners = listeners
  }

  /** Whether a batch is worth writing without any request in it. */
  get pending(): boolean {
    return this.#due.size > 0
  }

  /** Puts a bin in, with what it holds already. */
  add(bin: LogBin): void {
    this.bins.set(bin.id, bin)
    for (const row of bin.heldRows()) this.#total += bin.room(row)
    this.#due.add(bin)
  }

  /** Takes a bin out; what it has on disk stays until it is purged. */
  forget(bin: LogBin): void {
    this.bins.delete(bin.id)
    this.#due.delete(bin)
    for (const row of bin.heldRows()) {
      this.#total -= bin.room(row)
      this.segments.bury(row.segment, row.length)
    }
  }

  countRejected(bin: LogBin): void {
    bin.totals.rejected += 1
    bin.unlogged = true
    this.#due.add(bin)
  }

  /** Notes a request of the next batch. */
  expect(entry: Entry): void {
    entry.bin.coming.requests += 1
    entry.bin.coming.bytes += entry.kept
    this.#coming += entry.length + (entry.file === '' ? 0 : entry.kept)
    this.#due.add(entry.bin)
  }

  /** Has the next batch let go what was received before `deadline`. */
  expire(deadline: number): void {
    this.#deadline = deadline
    for (const bin of this.bins.values()) {
      const oldest = bin.rows.first()
      if (oldest && oldest.receivedAt < deadline) this.#due.add(bin)
    }
  }

  /** Decides what goes along with the batch that was expected. */
  plan(removals: Removal[]): Step[] {
    const steps = planSteps({
      due: this.#due,
      bins: this.bins.values(),
      removals,
      limits: this.#limits,
      deadline: this.#deadline,
      total: this.#total + this.#coming,
    })
    for (const bin of this.#due) {
      bin.coming = { requests: 0, bytes: 0 }
      bin.unlogged = false
    }
    this.#due = new Set(removals.map((removal) => removal.bin))
    this.#coming = 0
    return steps
  }

  /** Takes back a plan that could not be written, with the numbers it had given away. */
  cancel(steps: Step[], entries: Entry[]): void {
    for (const { bin } of steps) {
      bin.unlogged = true
      this.#due.add(bin)
    }
    for (const { bin } of entries) {
      bin.assigned = bin.latest
      bin.coming = { requests: 0, bytes: 0 }
    }
    this.#coming = 0
  }

  /** Carries out a step whose line stands at `spot`. @returns body files that nobody needs any more. */
  applyStep({ bin, evicted, removals, horizon }: Step, spot: Spot, length: number): string[] {
    if (this.bins.get(bin.id) !== bin) return this.#applyNothing(removals, spot, length)
    if (bin.control) this.segments.bury(bin.control.segment, bin.control.length)
    bin.control = { segment: spot.segment, offset: spot.offset, length }
    bin.segments.add(spot.segment)
    const dropped = this.#drop(bin, evicted)
    bin.totals.evicted += evicted.length
    bin.totals.horizon = Math.max(bin.totals.horizon, horizon, evicted.at(-1) ?? 0)
    if (evicted.length > 0) this.#listeners.tellSoon(bin.id, removalOf(evicted, bin.state().oldest))
    for (const { removal, seqs } of removals) this.#applyRemoval(bin, removal, seqs)
    return dropped.files
  }

  /** Carries out a request whose line stands at `spot`. @returns whether its bin still wants it. */
  applyEntry(entry: Entry, spot: Spot): boolean {
    const { bin, kept, file, length } = entry
    if (this.bins.get(bin.id) !== bin) {
      this.segments.bury(spot.segment, length)
      // Whoever deletes the bin has to find this too.
      bin.segments.add(spot.segment)
      return false
    }
    bin.add(entry, spot.segment, spot.offset, length)
    this.#total += length + (file === '' ? 0 : kept)
    return true
  }

  /** Looks after the readers and the caps of bins that have grown. */
  announce(bins: Iterable<LogBin>): void {
    for (const bin of bins) {
      this.#listeners.tellSoon(bin.id, { type: 'appended', latest: bin.latest })
      const over = bin.requests > this.#limits.requests || bin.bytes > this.#limits.bytes
      if (over) this.#due.add(bin)
    }
  }

  /** The bin was deleted while the line was on its way, and its requests with it. */
  #applyNothing(removals: Step['removals'], spot: Spot, length: number): string[] {
    this.segments.bury(spot.segment, length)
    for (const { removal } of removals) {
      removal.resolve({ seqs: [], segments: new Set(), files: [] })
    }
    return []
  }

  #applyRemoval(bin: LogBin, removal: Removal, seqs: number[]): void {
    const { segments, files } = this.#drop(bin, seqs)
    const all = removal.seqs === 'all'
    if (seqs.length > 0) {
      const change = all
        ? ({ type: 'removed', upTo: bin.latest } as const)
        : ({ type: 'removed', seqs } as const)
      this.#listeners.tellSoon(bin.id, change)
    }
    // A clear also takes the bytes of what retention had let go before.
    removal.resolve({ seqs, segments: all ? new Set(bin.segments) : segments, files })
  }

  #drop(bin: LogBin, seqs: number[]): Removed {
    const dropped: Removed = { seqs, segments: new Set(), files: [] }
    for (const seq of seqs) {
      const file = bin.files.get(seq)
      if (bin.marks.has(seq)) this.unmarked = true
      const row = bin.drop(seq)
      if (!row) continue
      if (file !== undefined) dropped.files.push(file)
      this.#total -= row.length + (file === undefined ? 0 : row.kept)
      this.segments.bury(row.segment, row.length)
      dropped.segments.add(row.segment)
    }
    return dropped
  }
}
