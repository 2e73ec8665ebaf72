import { escapeLine } from '../shared/escape-line.ts'

/** A value as one line of JSON that a terminal may show as well: JSON itself escapes C0 only. */
export function jsonLine(value: unknown): string {
  return `${escapeLine(JSON.stringify(value))}\n`
}
