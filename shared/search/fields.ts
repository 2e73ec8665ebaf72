import { editDistance } from '../edit-distance.ts'
import { eventFields } from './event-fields.ts'
import type { SearchField } from './field.ts'
import { requestFields } from './request-fields.ts'

/** A value inside the event, by its path. */
const jsonField: SearchField = {
  name: 'json',
  example: 'data.tag.name:"lead"',
  help: 'value at a path of the event: .name, [0], * for any',
  cost: 2,
  match: 'json',
}

/** Bare words. */
const textField: SearchField = {
  name: 'text',
  example: '"John Smith"',
  help: 'text in the body, escapes undone',
  cost: 2,
  match: 'text',
}

/** Every field, for completion, help and documentation. Paths are typed without the name `json`. */
export const searchFields: readonly SearchField[] = [
  ...eventFields,
  ...requestFields,
  textField,
  jsonField,
]

const byName = new Map(searchFields.map((field) => [field.name, field]))
const aliases = new Map([
  ['source', 'ip'],
  ['headers', 'header'],
  ['notes', 'note'],
  ['body', 'text'],
])

/** Members at the top of documented events that hold plain values: paths without a dot. */
const topMembers = new Set(['type', 'created_at', 'coupon', 'checkoutPage'])

/** What a name before a colon means; `null` where it means nothing. */
export function resolveField(written: string): { field: SearchField; key: string } | null {
  if (topMembers.has(written)) return { field: jsonField, key: `$.${written}` }
  const dot = written.search(/[.[]/)
  const name = (dot < 0 ? written : written.slice(0, dot)).toLowerCase()
  const field = byName.get(aliases.get(name) ?? name)
  if (dot < 0) return field && field !== jsonField ? { field, key: '' } : null
  const key = written.slice(dot + 1)
  const isNamed = field?.name === 'header' || field?.name === 'query'
  return isNamed && key !== '' ? { field, key } : { field: jsonField, key: written }
}

/** The field of a term that the parser made. @throws RangeError for a name that it never gives */
export function fieldNamed(name: string): SearchField {
  const field = byName.get(name)
  if (!field) throw new RangeError(`No search field ${name}`)
  return field
}

/** The candidate that was most likely meant; `undefined` where none is near. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const word = written.slice(0, 40).toLowerCase()
  let best: string | undefined
  let least = Math.min(3, Math.ceil(word.length / 2))
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate)
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** The name of a field that was most likely meant. */
export function nearestField(written: string): string | undefined {
  return nearest(
    written,
    [...byName.keys(), ...aliases.keys()].filter((name) => name !== 'json'),
  )
}
