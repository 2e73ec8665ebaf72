import { headerPairs } from '../headers.ts'
import { isKind, type JsonTape, Kind, members, memberValue, stringAt } from '../json/document.ts'
import { printSearch } from '../search/print.ts'
import type { Pattern, SearchQuery } from '../search/query.ts'

type Captured = {
  rawHeaders: readonly string[]
  doc: JsonTape
  /** The document's root, or the event in it. */
  node: number
}

/** `X-GitHub-Event`, `X-Shopify-Topic`, `X-Event-Key`, `X-Event-Type` … */
const eventHeader = /^[\w-]*(?:event|topic)(?:-(?:key|name|type))?$/i
const eventKeys = ['type', 'event', 'event_type', 'eventType', 'event_name', 'topic', 'action']
const eventName = /^[\w.:/-]{1,80}$/
const plainKey = /^[\p{L}_][\p{L}\p{N}_-]*$/u
const mostKeys = 3

/**
 * A search for requests such as this one: by the header or the member that names its event, else by
 * its first keys.
 */
export function suggestMatch({ rawHeaders, doc, node }: Captured): string {
  const header = headerPairs(rawHeaders).find(
    ([name, value]) => eventHeader.test(name) && eventName.test(value),
  )
  if (header) return printSearch(term('header', header[0].toLowerCase(), [header[1]]))
  if (!isKind(doc, node, Kind.object)) return ''
  return printSearch(namedBy(doc, node) ?? keysOf(doc, node))
}

function namedBy(doc: JsonTape, object: number): SearchQuery | null {
  for (const key of eventKeys) {
    const value = memberValue(doc, object, key)
    if (value < 0 || !isKind(doc, value, Kind.string)) continue
    const name = stringAt(doc, value)
    if (eventName.test(name)) return term('json', `$.${key}`, [name])
  }
  return null
}

/** `$.key:*` finds whatever has the key. */
function keysOf(doc: JsonTape, object: number): SearchQuery {
  const names = [...members(doc, object)].map(([key]) => stringAt(doc, key))
  const known = names.filter((name) => plainKey.test(name)).slice(0, mostKeys)
  return { type: 'and', terms: known.map((name) => term('json', `$.${name}`, ['', ''])) }
}

function term(field: string, key: string, parts: Pattern['parts']): SearchQuery {
  return { type: 'term', field, key, test: { type: 'pattern', parts } }
}
