import {
  elements,
  isKind,
  type JsonDocument,
  Kind,
  memberValue,
  members,
  rawAt,
  stringAt,
} from '../json/document.ts'
import { elementAt } from '../json/pointer.ts'
import { matchesNumber } from './numbers.ts'
import { matchesWhole } from './pattern.ts'
import type { SearchTest } from './query.ts'
import type { JsonRoot } from './subject.ts'

/** Whether any value at a path is what a test asks for. */
export function matchesJson(test: SearchTest, roots: readonly JsonRoot[], path: string): boolean {
  const segments = pathSegments(path)
  return roots.some((root) =>
    nodesAt(root, segments).some((node) => matchesNode(test, root.doc, node)),
  )
}

/** The values at a path as texts: strings decoded, everything else as sent. */
export function textsAt(roots: readonly JsonRoot[], path: string): string[] {
  const segments = pathSegments(path)
  return roots.flatMap((root) => nodesAt(root, segments).map((node) => textOf(root.doc, node)))
}

/** The values at a path, or at an RFC 6901 pointer that is read from each root. */
export function nodesAtPath(roots: readonly JsonRoot[], path: string): JsonRoot[] {
  const segments = path.startsWith('/') ? pointerTokens(path) : pathSegments(path)
  return roots.flatMap((root) => nodesAt(root, segments).map((node) => ({ doc: root.doc, node })))
}

function pointerTokens(pointer: string): string[] {
  const tokens = pointer.slice(1).split('/')
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function textOf(doc: JsonDocument, node: number): string {
  return isKind(doc, node, Kind.string) ? stringAt(doc, node) : rawAt(doc, node)
}

function matchesNode(test: SearchTest, doc: JsonDocument, node: number): boolean {
  const text = textOf(doc, node)
  if (test.type !== 'pattern') return decimal.test(text) && matchesNumber(test, Number(text))
  if (matchesWhole(test, text)) return true
  // 1.0 is 1 where a number was sent, but "1.0" is not "1".
  const [part = ''] = test.parts
  const isNumber = isKind(doc, node, Kind.number) && test.parts.length === 1 && decimal.test(part)
  return isNumber && Number(part) === Number(text)
}

/** Amounts and durations also come as strings. */
const decimal = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i

/** Names, indexes and `*` of a path such as `data.resources[0].*.name`. */
function pathSegments(path: string): string[] {
  return path.split(/[.[\]]+/).filter((segment) => segment !== '' && segment !== '$')
}

/** Every value at a path below a root. */
function nodesAt({ doc, node }: JsonRoot, segments: readonly string[]): number[] {
  let nodes = [node]
  for (const segment of segments) {
    nodes = nodes.flatMap((parent) => [...childrenAt(doc, parent, segment)])
  }
  return nodes
}

function* childrenAt(doc: JsonDocument, node: number, segment: string): Generator<number> {
  const isArray = isKind(doc, node, Kind.array)
  if (segment === '*') {
    if (isArray) yield* elements(doc, node)
    else if (isKind(doc, node, Kind.object)) for (const [, value] of members(doc, node)) yield value
    return
  }
  const isIndex = isArray && /^\d{1,9}$/.test(segment)
  const child = isIndex ? elementAt(doc, node, Number(segment)) : memberValue(doc, node, segment)
  if (child >= 0) yield child
}
