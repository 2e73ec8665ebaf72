import { dateTime, isIpv4, isIpv6 } from '../events/format.ts'

/** Formats of JSON Schema that a text shows beyond doubt. */
export type PlainFormat = 'date-time' | 'date' | 'email' | 'ipv4' | 'ipv6' | 'uuid' | 'uri'

const longest = 2048
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const email = /^[\w+-]+(?:\.[\w+-]+)*@[a-z\d]+(?:-+[a-z\d]+)*(?:\.[a-z\d]+(?:-+[a-z\d]+)*)+$/i
const longestEmail = 254
const longestLabel = /[^.@]{64}/
const uri =
  /^https?:\/\/[a-z\d.-]+(?::\d{1,5})?(?:[/?](?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?(?:#[\w/.-]*)?$/i

const rules: readonly (readonly [PlainFormat, (text: string) => boolean])[] = [
  // Validators do not agree on leap seconds.
  ['date-time', (text) => dateTime.fits(text) && !/:60/.test(text)],
  ['date', (text) => text.length === 10 && dateTime.fits(`${text}T00:00:00Z`)],
  ['uuid', (text) => uuid.test(text)],
  ['ipv4', isIpv4],
  ['ipv6', (text) => text.includes(':') && isIpv6(text)],
  ['email', (text) => text.length <= longestEmail && email.test(text) && !longestLabel.test(text)],
  ['uri', (text) => uri.test(text)],
]

/** The format of a text, as strict as the strictest validator has it; `null` where it has none. */
export function plainFormatOf(text: string): PlainFormat | null {
  if (text.length > longest) return null
  return rules.find(([, fits]) => fits(text))?.[0] ?? null
}
