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
  const interval = meanOf(intervals)
  if (spreadOf(intervals) <= leeway) return { kind: 'fixed', interval }
  const ratios = steps(intervals, (before, after) => after / Math.max(1, before))
  const differences = steps(intervals, (before, after) => after - before)
  const [factor, step] = [meanOf(ratios), meanOf(differences)]
  const [ofRatios, ofDifferences] = [spreadOf(ratios), spreadOf(differences)]
  // With two waits every growth would be both: doubling is what senders do.
  const isExponential = factor > 1.3 && ofRatios <= Math.min(leeway, ofDifferences)
  if (isExponential) return { kind: 'exponential', factor }
  if (step > 0 && ofDifferences <= leeway) return { kind: 'linear', step }
  return { kind: 'irregular' }
}

function steps(values: readonly number[], of: (before: number, after: number) => number): number[] {
  return values.slice(1).map((value, place) => of(values[place] ?? 0, value))
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How far the farthest lies from the mean, as a share of it. */
function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values)
  const farthest = Math.max(...values.map((value) => Math.abs(value - mean)))
  return farthest === 0 ? 0 : farthest / Math.abs(mean)
}
