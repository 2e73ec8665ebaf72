import type { Limits } from './limits.ts'
import type { StoreChange } from './store.ts'

/** What retention needs to know of one stored request. */
export type HeldRow = {
  readonly seq: number
  readonly receivedAt: number
  /** Bytes of its body. */
  readonly kept: number
}

/** What retention needs to know of a bin. */
export interface Held<Row extends HeldRow> {
  /** Oldest first. */
  heldRows(): Iterable<Row>
  readonly requests: number
  readonly bytes: number
  readonly latest: number
  pinned(seq: number): boolean
  /** Bytes that a request takes in all. */
  room(row: Row): number
  /** Ascends in the order of arrival over all bins. */
  order(row: Row): number
}

/** What else decides over the requests of a bin. */
export type Pressure = {
  /** Requests and bytes that are about to be added. */
  coming: { requests: number; bytes: number }
  /** What was received before is to go: milliseconds since 1970. */
  deadline: number
}

const noPressure: Pressure = { coming: { requests: 0, bytes: 0 }, deadline: -Infinity }

/**
 * Sequence numbers that a bin lets go, ascending: the oldest beyond its caps, and what is older
 * than the deadline. Pinned ones are spared; the caps also spare the newest, so that what a sender
 * was just told is kept can be seen.
 */
export function victims<Row extends HeldRow>(
  held: Held<Row>,
  limits: Limits,
  { coming, deadline }: Pressure = noPressure,
): number[] {
  const chosen: number[] = []
  let requests = held.requests + coming.requests
  let bytes = held.bytes + coming.bytes
  const over = () => requests > limits.requests || bytes > limits.bytes
  if (!over() && deadline === -Infinity) return chosen
  for (const row of held.heldRows()) {
    const old = row.receivedAt < deadline
    if (!old && !over()) break
    const newest = row.seq === held.latest && coming.requests === 0
    if (held.pinned(row.seq) || (newest && !old)) continue
    chosen.push(row.seq)
    requests -= 1
    bytes -= row.kept
  }
  return chosen
}

/** A bin with its oldest request that may go, and those behind it. */
type Head<Bin, Row> = { bin: Bin; row: Row; order: number; rest: Iterator<Row> }

/**
 * The oldest requests of all bins that may go, until they make up `excess` bytes.
 * @param gone which are going already.
 */
export function* oldestOfAll<Row extends HeldRow, Bin extends Held<Row>>(
  bins: Iterable<Bin & Held<Row>>,
  excess: number,
  gone: (bin: Bin, seq: number) => boolean = () => false,
): Generator<{ bin: Bin; seq: number }> {
  if (excess <= 0) return
  const advance = (bin: Bin, rest: Iterator<Row>): Head<Bin, Row>[] => {
    for (let next = rest.next(); !next.done; next = rest.next()) {
      const row = next.value
      const stays = row.seq === bin.latest || bin.pinned(row.seq)
      if (!stays && !gone(bin, row.seq)) return [{ bin, row, order: bin.order(row), rest }]
    }
    return []
  }
  const heads = [...bins].flatMap((bin) => advance(bin, bin.heldRows()[Symbol.iterator]()))
  let left = excess
  while (left > 0 && heads.length > 0) {
    const oldest = heads.reduce((a, b) => (b.order < a.order ? b : a))
    yield { bin: oldest.bin, seq: oldest.row.seq }
    left -= oldest.bin.room(oldest.row)
    heads.splice(heads.indexOf(oldest), 1, ...advance(oldest.bin, oldest.rest))
  }
}

/** How readers are told of evictions. @param seqs ascending. @param oldest what the bin still holds. */
export function removal(seqs: number[], oldest: number | null): StoreChange {
  const upTo = seqs.at(-1) ?? 0
  return oldest === null || oldest > upTo ? { type: 'removed', upTo } : { type: 'removed', seqs }
}
