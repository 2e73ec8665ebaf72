import type { Severity } from './verdict.ts'

/** A rule for the text of a string, and what breaking it weighs. */
export type Format = {
  name: 'email' | 'ip' | 'date-time' | 'currency' | 'country'
  /** What the text should be, to be read after "expected". */
  words: string
  severity: Severity
  fits: (text: string) => boolean
}

// Texts longer than any of these can be are refused before a pattern runs over them.
const longestEmail = 320
const longestIp = 45
const longestDateTime = 64

export const email: Format = {
  name: 'email',
  words: 'e-mail address',
  severity: 'error',
  fits: (text) => text.length <= longestEmail && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text),
}

export const ip: Format = {
  name: 'ip',
  words: 'IPv4 or IPv6 address',
  severity: 'error',
  fits: (text) => text.length <= longestIp && (isIpv4(text) || isIpv6(text)),
}

export const dateTime: Format = {
  name: 'date-time',
  words: 'RFC 3339 date and time',
  severity: 'error',
  fits: isDateTime,
}

export const currency: Format = {
  name: 'currency',
  words: 'ISO 4217 code in lower case',
  severity: 'error',
  fits: (text) => /^[a-z]{3}$/.test(text),
}

/** Contact fields are often empty, so that an empty country says nothing. */
export const country: Format = {
  name: 'country',
  words: 'ISO 3166-1 alpha-2 code in upper case',
  severity: 'warning',
  fits: (text) => text === '' || /^[A-Z]{2}$/.test(text),
}

/** Four decimal parts without leading zeros: `185.236.142.01` is none. */
export function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text)
}

/** Any spelling of RFC 4291 section 2.2, without a zone. */
export function isIpv6(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return false
  const left = groupsOf(head)
  if (tail === undefined) return left === 8 && !head.endsWith('.')
  const right = groupsOf(tail)
  return left !== null && right !== null && !head.includes('.') && left + right <= 7
}

/** How many 16-bit groups a part of an IPv6 address spells; `null` where it spells none. */
function groupsOf(part: string): number | null {
  if (part === '') return 0
  const groups = part.split(':')
  const last = groups.at(-1) ?? ''
  const endsInIpv4 = isIpv4(last)
  const hex = endsInIpv4 ? groups.slice(0, -1) : groups
  if (!hex.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null
  return hex.length + (endsInIpv4 ? 2 : 0)
}

const dateTimeParts =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i

/** RFC 3339 section 5.6, days of the month and leap seconds included. */
function isDateTime(text: string): boolean {
  const parts = text.length <= longestDateTime ? dateTimeParts.exec(text) : null
  if (!parts) return false
  const [, year, month, day] = parts
  return Number(day) <= 28 || Number(day) <= daysIn(Number(year), Number(month))
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
