import type { Language } from '../model/preferences.ts'

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** The time between two events, as short as it can be said: `+1.9 s`, `+4 m`. */
export function gapText(milliseconds: number, language: Language): string {
  const [unit, size] = units.find(([, size]) => milliseconds >= size) ?? ['millisecond', 1]
  const value = milliseconds / size
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit !== 'millisecond' && value < 10 ? 1 : 0,
  })
  return `+${format.format(value)}`
}
