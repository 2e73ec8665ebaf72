/** Bounds of the wait between two attempts, in milliseconds. */
export type Backoff = { first: number; most: number }

/** Soon at first, for a server that is only being restarted; then seldom, and never in step with others. */
export const defaultBackoff: Backoff = { first: 300, most: 8_000 }

/**
 * Wait before an attempt, doubled each time, with half of it left to chance.
 * @param attempt counted from 1
 * @param random between 0 and 1
 */
export function waitBefore(attempt: number, random: number, { first, most }: Backoff): number {
  const full = Math.min(most, first * 2 ** (attempt - 1))
  return Math.round(full / 2 + (full / 2) * random)
}
