import type { Held } from '../retention.ts'
import type { BinRecord, BinState, RequestMark } from '../store.ts'
import type { Outline } from './decode.ts'
import type { Totals } from './encode.ts'
import { Rows, type Row } from './rows.ts'

/** One line's place in the log. */
export type Place = { segment: number; offset: number; length: number }

/** What is on its way into the log, but not safe yet. */
export type Coming = { requests: number; bytes: number }

/** One bin as the log knows it: everything here is safe on disk, but for `assigned` and `coming`. */
export class LogBin implements Held<Row> {
  record: BinRecord
  readonly rows = new Rows()
  readonly marks: Map<number, RequestMark>
  readonly totals: Totals = {
    latest: 0,
    horizon: 0,
    evicted: 0,
    truncated: 0,
    aborted: 0,
    rejected: 0,
  }
  /** Bytes of the bodies held. */
  bytes = 0
  /** Body files, by `seq`. */
  readonly files = new Map<number, string>()
  /** Its last control line, which holds its totals. */
  control: Place | undefined
  /** Segments in which it may have bytes, needed or not. */
  readonly segments = new Set<number>()
  /** Highest sequence number given away; ahead of `totals.latest` while a write is under way. */
  assigned = 0
  coming: Coming = { requests: 0, bytes: 0 }
  /** Whether totals have changed since its last control line, other than by requests. */
  unlogged = false

  constructor(record: BinRecord, marks: Map<number, RequestMark> = new Map()) {
    this.record = record
    this.marks = marks
  }

  get id(): string {
    return this.record.id
  }

  get requests(): number {
    return this.rows.count
  }

  get latest(): number {
    return this.totals.latest
  }

  pinned(seq: number): boolean {
    return this.marks.get(seq)?.pinned === true
  }

  /** Takes in a request, newer than all before, whose line stands at a place. */
  add(outline: Outline, segment: number, offset: number, length: number): void {
    const { seq, receivedAt, kept, file } = outline
    this.rows.push(seq, receivedAt, kept, segment, offset, length)
    this.segments.add(segment)
    this.bytes += kept
    this.totals.latest = seq
    if (outline.truncated) this.totals.truncated += 1
    if (outline.aborted) this.totals.aborted += 1
    if (file !== '') this.files.set(seq, file)
  }

  /** Lets go of a request. @returns where it stood. */
  drop(seq: number): Row | undefined {
    const row = this.rows.remove(seq)
    if (!row) return undefined
    this.bytes -= row.kept
    this.files.delete(seq)
    this.marks.delete(seq)
    return row
  }

  heldRows(): Generator<Row> {
    return this.rows.between(0, Infinity)
  }

  room(row: Row): number {
    return row.length + (this.files.has(row.seq) ? row.kept : 0)
  }

  order(row: Row): number {
    return row.segment * 2 ** 32 + row.offset
  }

  state(): BinState {
    const { latest, horizon, evicted, truncated, aborted, rejected } = this.totals
    return {
      latest,
      oldest: this.rows.first()?.seq ?? null,
      horizon,
      counts: {
        requests: this.requests,
        bytes: this.bytes,
        evicted,
        truncated,
        aborted,
        rejected,
      },
    }
  }
}
