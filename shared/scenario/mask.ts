import {
  elements,
  isKind,
  type JsonDocument,
  Kind,
  members,
  rawAt,
  stringAt,
} from '../json/document.ts'
import type { JsonRoot } from '../search/subject.ts'

/** A path, and its value as JSON, or what kind of volatile value stands there: `<id>`, `<date>` … */
export type MaskedField = readonly [path: string, value: string]

/** Fields of one request, characters of one value, and levels. */
const most = { fields: 200, value: 200, depth: 16 }

/** The values of a request by their paths; what is another one in each run is masked. */
export function maskedFields(roots: readonly JsonRoot[]): MaskedField[] {
  const fields: MaskedField[] = []
  for (const { doc, node } of roots) gather(doc, node, { path: '', key: '', depth: 0 }, fields)
  return fields
}

type Place = { path: string; key: string; depth: number }

function gather(doc: JsonDocument, node: number, place: Place, fields: MaskedField[]): void {
  if (fields.length >= most.fields || place.depth > most.depth) return
  const { path, key, depth } = place
  const isObject = isKind(doc, node, Kind.object)
  if (isObject || isKind(doc, node, Kind.array)) {
    let index = 0
    const children = isObject
      ? [...members(doc, node)].map(([name, value]) => [stringAt(doc, name), value] as const)
      : [...elements(doc, node)].map((value) => [String(index++), value] as const)
    for (const [name, value] of children) {
      const below = isObject ? (path === '' ? name : `${path}.${name}`) : `${path}[${name}]`
      gather(doc, value, { path: below, key: isObject ? name : key, depth: depth + 1 }, fields)
    }
    if (children.length === 0) fields.push([path, isObject ? '{}' : '[]'])
    return
  }
  const raw = isKind(doc, node, Kind.string)
    ? JSON.stringify(stringAt(doc, node))
    : rawAt(doc, node)
  fields.push([path, maskOf(key, raw) ?? raw.slice(0, most.value)])
}

/** What kind of volatile value this is; `null` for one that stays. */
function maskOf(key: string, json: string): string | null {
  if (json === 'null' || json === 'true' || json === 'false') return null
  const text = json.replace(/^"|"$/g, '').slice(0, 300)
  if (/^(?:id|uuid|guid)$|_id$|[a-z]Id$|_number$/.test(key)) return '<id>'
  if (/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)/.test(text)) return '<date>'
  if (/^[^\s@]{1,100}@[^\s@]{1,200}$/.test(text)) return '<e-mail>'
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) return '<address>'
  if (/(?:^|_)ip$|[a-z]Ip$/i.test(key) && text.includes(':')) return '<address>'
  return null
}
