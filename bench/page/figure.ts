import type { Figure as Reached } from '../report/report.ts'

/** One number that was measured, with the bound that it is held against. */
export type Figure = {
  name: string
  value: number
  unit: 'ms' | '%' | 'frames/s' | 'MB' | 'kB'
  most?: number
  least?: number
}

/** The figure as reports have it: what was to be reached, and whether it was. */
export function reachedOf({ name, value, unit, most, least }: Figure): Reached {
  const reach = most === undefined ? (least === undefined ? '' : `≥ ${least}`) : `≤ ${most}`
  return {
    what: name,
    reach: reach === '' ? '' : `${reach} ${unit}`,
    measured: `${value.toFixed(1)} ${unit}`,
    reached: value <= (most ?? Infinity) && value >= (least ?? -Infinity),
  }
}

/** A line of the report: what it is, what was to be reached, and what was. */
export function figureLine({ what, reach, measured, reached }: Reached): string {
  const verdict = reach === '' ? '' : reached ? 'yes' : 'NO'
  return `${what.padEnd(52)} ${reach.padStart(14)} ${measured.padStart(16)}  ${verdict}`
}
