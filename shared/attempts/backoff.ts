/** How the waits between attempts grow. */
export type Backoff =
  | { kind: 'fixed'; interval: number }
  | { kind: 'exponential'; factor: number }
  | { kind: 'linear'; step: number }
  | { kind: 'irregular' }

/** How far a wait may lie from what the rule says: senders add chance, networks add time. */
const leeway = 0.25

/**
 * The rule behind the waits between the attempts of a delivery; `null` where two waits cannot be
 * compared yet.
 * @param intervals milliseconds, in order
 */
export function backoffOf(intervals: readonly number[]): Backoff | null {
  if (intervals.length < 2) return null
  const mean = meanOf(intervals)
  if (intervals.every((interval) => isNear(interval, mean)))
    return { kind: 'fixed', interval: mean }
  const ratios = steps(intervals, (before, after) => after / Math.max(1, before))
  const factor = meanOf(ratios)
  // With two waits every growth would be both: doubling is what senders do.
  if (factor > 1.3 && ratios.every((ratio) => isNear(ratio, factor))) {
    return { kind: 'exponential', factor }
  }
  const differences = steps(intervals, (before, after) => after - before)
  const step = meanOf(differences)
  if (step > 0 && differences.every((difference) => isNear(difference, step))) {
    return { kind: 'linear', step }
  }
  return { kind: 'irregular' }
}

function steps(values: readonly number[], of: (before: number, after: number) => number): number[] {
  return values.slice(1).map((value, place) => of(values[place] ?? 0, value))
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function isNear(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= leeway * expected
}
