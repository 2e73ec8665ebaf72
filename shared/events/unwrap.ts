import {
  at,
  elements,
  isKind,
  Kind,
  memberValue,
  members,
  rawAt,
  stringAt,
} from '../json/document.ts'
import { parseJson } from '../json/parse.ts'
import { identify } from './identify.ts'
import type { Identity } from './identity.ts'
import type { HeaderLookup, Layer } from './layer.ts'
import { unquoteJson } from './mapped.ts'
import { looksLikeJson } from './media.ts'
import type { Issue } from './verdict.ts'

/** A value of the body, and the event it is; `null` where it is none. */
export type Candidate = { layer: Layer; identity: Identity | null }

export type Unwrapped = {
  candidates: Candidate[]
  /** What had to be taken off to find the events. */
  wrappers: Issue[]
}

const maxWrappers = 5
/** Elements of an array that are judged. */
export const maxEvents = 1000

type Peeled = { issue: Issue; inner: Layer[] }

/** Finds the events of a body: the value itself, or what is left when wrappers are taken off. */
export function unwrap(layer: Layer, depth = 0): Unwrapped {
  const peeled = depth < maxWrappers ? peel(layer) : null
  if (peeled) {
    const inner = peeled.inner.map((each) => unwrap(each, depth + 1))
    const candidates = inner.flatMap((each) => each.candidates).slice(0, maxEvents)
    if (candidates.some(({ identity }) => identity !== null)) {
      const wrappers = [peeled.issue, ...inner.flatMap((each) => each.wrappers)]
      return { candidates, wrappers: distinct(wrappers) }
    }
  }
  return { candidates: [{ layer, identity: identify(layer) }], wrappers: [] }
}

/** The outermost of each kind. */
function distinct(wrappers: Issue[]): Issue[] {
  const seen = new Set<string>()
  return wrappers.filter(({ code, path }) => seen.size < seen.add(code + path).size)
}

function peel(layer: Layer): Peeled | null {
  const { doc, node } = layer
  if (isKind(doc, node, Kind.array)) return peelArray(layer)
  if (isKind(doc, node, Kind.string)) return peelString(layer)
  if (!isKind(doc, node, Kind.object) || memberValue(doc, node, 'type') >= 0) return null
  return peelN8n(layer) ?? peelItem(layer) ?? peelNested(layer)
}

function peelArray(layer: Layer): Peeled | null {
  const inner: Layer[] = []
  for (const node of elements(layer.doc, layer.node)) {
    if (inner.length === maxEvents) break
    inner.push({ ...layer, node })
  }
  if (inner.length === 0) return null
  const message = 'The body is an array: systeme.io sends one event, not in an array'
  const start = at(layer.doc.starts, layer.node)
  return { issue: wrapper(layer, 'wrapped-array', '', message, start, start + 1), inner }
}

const quotedJson = /^"(?:\s|\\[nrt])*(?:\{|\[|\\")/

/** A whole JSON text inside a JSON string, as a second `JSON.stringify` makes it. */
function peelString(layer: Layer): Peeled | null {
  if (!quotedJson.test(rawAt(layer.doc, layer.node).slice(0, 200))) return null
  const mapped = unquoteJson(layer.doc, layer.node)
  if (!looksLikeJson(mapped.text)) return null
  const doc = parseJson(mapped.text)
  if (doc.error) return null
  const place = (offset: number) => layer.place(mapped.offsetOf(offset))
  const message = 'The event is a JSON text inside a JSON string: it was encoded twice'
  const issue = wrapper(layer, 'double-encoded', '', message, ...extentOf(layer, layer.node))
  return { issue, inner: [{ ...layer, doc, node: 0, place }] }
}

/** What stands beside `body` and `headers` there; people drop what they do not need. */
const itemKeys = ['body', 'params', 'query', 'webhookUrl', 'executionMode']

/** What n8n's Webhook node hands on: the body beside the headers it came with. */
function peelN8n(layer: Layer): Peeled | null {
  const { doc, node } = layer
  const headers = memberValue(doc, node, 'headers')
  const body = memberValue(doc, node, 'body')
  if (body < 0 || (headers < 0 ? !hasOnly(layer, itemKeys) : !isKind(doc, headers, Kind.object))) {
    return null
  }
  const header = (name: string) => headerIn(layer, headers, name) ?? layer.header(name)
  const message = "The event stands in the body of an n8n item, not at the body's root"
  return {
    issue: wrapper(layer, 'wrapped-n8n', '/body', message, ...extentOf(layer, body - 1)),
    inner: [{ ...layer, node: body, header }],
  }
}

/** An n8n item: `{json: …}`, perhaps with `binary` and `pairedItem`. */
function peelItem(layer: Layer): Peeled | null {
  const json = memberValue(layer.doc, layer.node, 'json')
  if (json < 0 || !hasOnly(layer, ['json', 'binary', 'pairedItem'])) return null
  const message = "The event stands in an n8n item, not at the body's root"
  const issue = wrapper(layer, 'wrapped-n8n', '/json', message, ...extentOf(layer, json - 1))
  return { issue, inner: [{ ...layer, node: json }] }
}

/** `{contact: {contact, …}}`, as the developer documents print one of the account webhooks. */
function peelNested(layer: Layer): Peeled | null {
  const { doc, node } = layer
  const contact = memberValue(doc, node, 'contact')
  if (contact < 0 || memberValue(doc, contact, 'contact') < 0 || !hasOnly(layer, ['contact'])) {
    return null
  }
  const message = 'The contact stands inside another contact: live deliveries have one'
  return {
    issue: wrapper(layer, 'double-nested', '/contact', message, ...extentOf(layer, contact - 1)),
    inner: [{ ...layer, node: contact }],
  }
}

function hasOnly({ doc, node }: Layer, names: string[]): boolean {
  for (const [key] of members(doc, node)) {
    if (!names.includes(stringAt(doc, key))) return false
  }
  return true
}

function headerIn({ doc }: Layer, headers: number, name: string): ReturnType<HeaderLookup> {
  if (headers < 0) return undefined
  for (const [key, value] of members(doc, headers)) {
    if (!isKind(doc, value, Kind.string)) continue
    if (stringAt(doc, key).toLowerCase() === name) return stringAt(doc, value)
  }
  return undefined
}

/** Where a key or a value stands in the text of its layer. */
function extentOf({ doc }: Layer, node: number): [start: number, end: number] {
  return [at(doc.starts, node), at(doc.ends, node)]
}

function wrapper(
  { place }: Layer,
  code: Issue['code'],
  path: string,
  message: string,
  start: number,
  end: number,
): Issue {
  const range = { start: place(start), end: place(end) }
  return { severity: 'warning', code, path, message, range }
}
