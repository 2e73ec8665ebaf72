/** One number that was measured, with the bound that it is held against. */
export type Figure = {
  name: string
  value: number
  unit: 'ms' | '%' | 'frames/s' | 'MB' | 'kB'
  most?: number
  least?: number
}

/** A line of the report: what it is, how much, and whether that is within its bound. */
export function figureLine({ name, value, unit, most, least }: Figure): string {
  const bound = most === undefined ? (least === undefined ? '' : `≥ ${least}`) : `≤ ${most}`
  const isWithin = value <= (most ?? Infinity) && value >= (least ?? -Infinity)
  const verdict = bound === '' ? '' : `${bound}  ${isWithin ? 'yes' : 'NO'}`
  return `${name.padEnd(58)} ${value.toFixed(1).padStart(9)} ${unit.padEnd(9)} ${verdict}`
}
