/** Something that is measured against what it should reach. */
export type Figure = { what: string; reach: string; measured: string; reached: boolean }

export type Table = { head: string[]; rows: string[][] }

/** What a section has found. */
export type Chapter = { title: string; about: string; tables: Table[]; figures: Figure[] }

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3, useGrouping: true })
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** A number as people read it: no more digits than were measured. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return Math.abs(value) >= 100 ? whole.format(value) : number.format(value)
}

/** `0.83 ×` */
export function times(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(value < 10 ? 2 : 0)} ×` : '–'
}

/** A figure that should be so much or more. */
export function atLeast(what: string, reach: number, value: number): Figure {
  return {
    what,
    reach: `≥ ${times(reach)}`,
    measured: times(value),
    reached: Number.isFinite(value) && value >= reach,
  }
}

/** A figure that should be so much or less. */
export function atMost(what: string, reach: number, value: number, unit: string): Figure {
  const measured = `${digits(value)} ${unit}`
  return { what, reach: `≤ ${digits(reach)} ${unit}`, measured, reached: value <= reach }
}
