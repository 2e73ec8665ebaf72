import { nearest } from './fields.ts'
import type { SearchField } from './field.ts'
import { operators, type Pattern, SearchError, type SearchTest } from './query.ts'
import type { Word } from './tokens.ts'

/** Reads what stands after the colon as the field wants it. @throws SearchError */
export function parseTest(field: SearchField, word: Word): SearchTest {
  switch (field.match) {
    case 'number':
      return parseNumeric(word, field.name === 'size')
    case 'since':
    case 'until':
      return parseMoment(word)
    case 'json':
      return looksNumeric(word) ? parseNumeric(word, false) : parsePattern(word)
    case 'whole':
    case 'part':
    case 'text':
      checkValue(field, word)
      return parsePattern(word)
  }
}

/** A comparison, or a range of numbers; a lone number is compared as the text it is. */
function looksNumeric({ text, quoted }: Word): boolean {
  return !quoted && /^(?:[<>=]|[-+\de.]*\.\.[-+\de.]*$)/i.test(text) && /\d/.test(text)
}

export function parsePattern({ text, quoted }: Word): Pattern {
  return { type: 'pattern', parts: quoted ? [text] : text.split('*') }
}

function checkValue(field: SearchField, word: Word): void {
  const { values } = field
  const value = word.text.toLowerCase()
  if (
    !values ||
    values.some((known) => known.toLowerCase() === value) ||
    (!word.quoted && value.includes('*'))
  )
    return
  const meant = nearest(value, values)
  const advice = meant === undefined ? `one of ${values.join(', ')}` : `did you mean "${meant}"?`
  throw new SearchError(`unknown ${field.name} "${word.text}": ${advice}`, word.start, word.end)
}

function parseNumeric(word: Word, isSize: boolean): SearchTest {
  const { text } = word
  const hundreds = /^([1-5])xx$/i.exec(text)?.[1]
  if (hundreds !== undefined) {
    return { type: 'range', min: Number(hundreds) * 100, max: Number(hundreds) * 100 + 99 }
  }
  const [, min, max] = /^(.*?)\.\.(.*)$/.exec(text) ?? []
  if (min !== undefined && max !== undefined && min + max !== '') {
    const ends = [min, max].map((end) => (end === '' ? null : parseNumber(end, word, isSize)))
    return { type: 'range', min: ends[0] ?? null, max: ends[1] ?? null }
  }
  const operator = operators.find((sign) => text.startsWith(sign))
  const value = parseNumber(text.slice(operator?.length ?? 0), word, isSize)
  return { type: 'compare', operator: operator ?? '=', value }
}

const unitSizes = new Map([
  ['k', 1024],
  ['m', 1024 ** 2],
  ['g', 1024 ** 3],
])

function parseNumber(text: string, word: Word, isSize: boolean): number {
  const form = /^(-?\d{1,20}(?:\.\d{1,20})?(?:e[+-]?\d{1,2})?)([kmg]?)(?:i?b)?$/i
  const [, digits, unit = ''] = form.exec(text) ?? []
  const isPlain = !/[a-df-z]/i.test(text)
  // Adding zero makes -0 an ordinary one.
  if (digits !== undefined && (isSize || isPlain)) return Number(digits) * unitSize(unit) + 0
  const example = isSize ? '500, >10k or 1k..2m' : '5, >5 or 1..9'
  throw new SearchError(`"${word.text}" is no number: write ${example}`, word.start, word.end)
}

function unitSize(unit: string): number {
  return unitSizes.get(unit.toLowerCase()) ?? 1
}

export const spans = new Map([
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
])

const momentForm = /^[12]\d{3}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/i

function parseMoment(word: Word): SearchTest {
  const { text } = word
  const [, count, unit = ''] = /^(\d{1,7}(?:\.\d{1,3})?)([smhdw])$/i.exec(text) ?? []
  const span = spans.get(unit.toLowerCase())
  if (span !== undefined) return { type: 'ago', time: Math.round(Number(count) * span) }
  const form = momentForm.exec(text)
  const isDate = text.length === 10
  // A time without an offset is UTC like every time shown, not the zone of whoever runs this.
  const time = form ? Date.parse(form[1] === undefined && !isDate ? `${text}Z` : text) : Number.NaN
  if (!Number.isNaN(time)) return { type: 'moment', time }
  const advice = 'write 30s, 10m, 2h, 1d, or a date such as 2026-10-01T12:00Z'
  throw new SearchError(`"${text}" is no moment: ${advice}`, word.start, word.end)
}
