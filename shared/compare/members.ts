import { type JsonDocument, members, stringAt } from '../json/document.ts'

/** The value of each key of an object, the last one where a key is repeated. */
export function memberAt(doc: JsonDocument, object: number): Map<string, number> {
  const values = new Map<string, number>()
  for (const [key, value] of members(doc, object)) values.set(stringAt(doc, key), value)
  return values
}
