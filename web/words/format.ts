import type { Language } from '../model/preferences.ts'

/** Numbers, sizes and times as a language writes them. */
export type Format = {
  number: (value: number) => string
  /** Bytes, in the largest unit that leaves a whole number before the comma. */
  bytes: (count: number) => string
  /** Milliseconds, in the unit that fits, from a minute on in two. */
  duration: (milliseconds: number) => string
  /** Date and time to the millisecond. */
  moment: (iso: string) => string
  /** Time of day, with the date where it is another day than `now`. */
  clock: (iso: string, now: number) => string
  /** The date in short: the same for two times of one day. */
  date: (iso: string) => string
  /** Time of day. */
  time: (iso: string) => string
  /** The day in words: `Today`, `Thursday, 26 November`. */
  day: (iso: string, now: number) => string
  /** `12s ago`; what lies ahead, as between two clocks, is now. */
  ago: (iso: string, now: number) => string
}

const largeSizes = ['kilobyte', 'megabyte', 'gigabyte'] as const
const ages = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', Infinity],
] as const

/** Seconds in each. */
const largeUnits = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** @param timeZone the reader's, where it is not given */
export function createFormat(language: Language, timeZone?: string): Format {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  // In its narrowest form French has no words for ages: `-12 s`.
  const style = language === 'fr' ? 'short' : 'narrow'
  const relative = new Intl.RelativeTimeFormat(language, { style, numeric: 'auto' })
  const inUnit = (unit: string, digits: number) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    })
  const sizes = [bytesIn(language), ...largeSizes.map((unit) => inUnit(unit, 1))]
  const milliseconds = inUnit('millisecond', 0)
  const seconds = inUnit('second', 2)
  const large = largeUnits.map(([unit, size]) => ({ size, format: inUnit(unit, 0) }))
  const inTwoUnits = (count: number) => {
    let rest = count
    const first = large.findIndex(({ size }) => count >= size)
    const parts = large.slice(first, first + 2).map(({ size, format }) => {
      const whole = Math.floor(rest / size)
      rest -= whole * size
      return whole === 0 ? '' : format.format(whole)
    })
    return parts.filter((part) => part !== '').join(' ')
  }
  const zone = timeZone === undefined ? {} : { timeZone }
  const moment = new Intl.DateTimeFormat(language, {
    ...zone,
    dateStyle: 'medium',
    timeStyle: 'medium',
  })
  const time = new Intl.DateTimeFormat(language, { ...zone, timeStyle: 'medium' })
  const longDay = new Intl.DateTimeFormat(language, {
    ...zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  const named = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const day = new Intl.DateTimeFormat(language, { ...zone, dateStyle: 'short' })
  return {
    number: (value) => number.format(value),
    bytes(count) {
      const power = count < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(count) / 3))
      return sizes[power]?.format(count / 1000 ** power) ?? String(count)
    },
    duration(ms) {
      if (ms < 1000) return milliseconds.format(ms)
      if (ms < 60_000) return seconds.format(ms / 1000)
      return inTwoUnits(Math.round(ms / 1000))
    },
    moment: (iso) => moment.format(new Date(iso)),
    clock(iso, now) {
      const at = new Date(iso)
      return day.format(at) === day.format(now) ? time.format(at) : moment.format(at)
    },
    date: (iso) => day.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    day(iso, now) {
      const at = new Date(iso)
      const ago = [0, 1].find((days) => day.format(at) === day.format(now - days * 86_400_000))
      return ago === undefined ? longDay.format(at) : capitalized(named.format(-ago, 'day'))
    },
    ago: (iso, now) => relative.format(...age(now - Date.parse(iso))),
  }
}

/** Bytes with their sign, as kilobytes have it: the short form writes them out, the narrow one closes up. */
function bytesIn(language: Language): { format: (count: number) => string } {
  const inUnit = (unit: string, unitDisplay: 'narrow' | 'short') =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 0 })
  const narrow = inUnit('byte', 'narrow')
  const space = inUnit('kilobyte', 'short')
    .formatToParts(1)
    .find(({ type }) => type === 'literal')
  const format = (count: number) =>
    narrow
      .formatToParts(count)
      .filter(({ type }) => type !== 'literal')
      .map(({ type, value }) => (type === 'unit' ? `${space?.value ?? ''}${value}` : value))
      .join('')
  return { format }
}

function age(milliseconds: number): [value: number, unit: Intl.RelativeTimeFormatUnit] {
  let value = Math.max(0, Math.floor(milliseconds / 1000))
  for (const [unit, size] of ages) {
    // `0 - value`, as a minus zero would be written "in 0 seconds".
    if (value < size) return [value === 0 ? 0 : -value, unit]
    value = Math.floor(value / size)
  }
  return [-value, 'day']
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
