/** Milliseconds of the first and of the longest wait. */
const [soonest, longest] = [1000, 60_000]

/**
 * Milliseconds to wait before a tunnel is started again: doubled each time, half of it left to
 * chance, so that many that lost their network together do not come back together.
 * @param attempt counted from 1
 * @param random between 0 and 1
 */
export function pauseBefore(attempt: number, random: number): number {
  const full = Math.min(longest, soonest * 2 ** Math.min(attempt - 1, 10))
  return Math.round(full / 2 + (full / 2) * random)
}
