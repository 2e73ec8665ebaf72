import type { Limits } from './limits.ts'
import type { StoreChange } from './store.ts'

/** What retention needs to know of one stored request. */
export type HeldRow = {
  seq: number
  receivedAt: number
  /** Bytes of its body. */
  kept: number
  /** Bytes it takes in all. */
  room: number
  /** Ascends in the order of arrival over all bins. */
  order: number
}

/** What retention needs to know of a bin. */
export interface Held {
  /** Oldest first. */
  rows(): Iterable<HeldRow>
  readonly requests: number
  readonly bytes: number
  readonly latest: number
  pinned(seq: number): boolean
}

/**
 * Sequence numbers that the caps of one bin let go: oldest first, pinned ones spared, and always
 * the newest, so that what a sender was just told is kept can also be seen.
 */
export function overCap(held: Held, limits: Limits): number[] {
  const victims: number[] = []
  let { requests, bytes } = held
  if (requests <= limits.requests && bytes <= limits.bytes) return victims
  for (const row of held.rows()) {
    if (requests <= limits.requests && bytes <= limits.bytes) break
    if (!evictable(held, row)) continue
    victims.push(row.seq)
    requests -= 1
    bytes -= row.kept
  }
  return victims
}

/** Sequence numbers of a bin received before `deadline`; pinned ones are spared. */
export function expired(held: Held, deadline: number): number[] {
  const victims: number[] = []
  for (const row of held.rows()) {
    if (row.receivedAt >= deadline) break
    if (!held.pinned(row.seq)) victims.push(row.seq)
  }
  return victims
}

/** How readers are told of evictions. @param seqs ascending. @param oldest what the bin still holds. */
export function removal(seqs: number[], oldest: number | null): StoreChange {
  const upTo = seqs.at(-1) ?? 0
  return oldest === null || oldest > upTo ? { type: 'removed', upTo } : { type: 'removed', seqs }
}

/** The bin whose oldest evictable request is the oldest of all, with that request. */
export function oldestOfAll<Bin extends Held>(
  bins: Iterable<Bin>,
): { bin: Bin; row: HeldRow } | undefined {
  let oldest: { bin: Bin; row: HeldRow } | undefined
  for (const bin of bins) {
    const row = oldestEvictable(bin)
    if (row && (!oldest || row.order < oldest.row.order)) oldest = { bin, row }
  }
  return oldest
}

function oldestEvictable(held: Held): HeldRow | undefined {
  for (const row of held.rows()) if (evictable(held, row)) return row
  return undefined
}

function evictable(held: Held, row: HeldRow): boolean {
  return row.seq !== held.latest && !held.pinned(row.seq)
}
