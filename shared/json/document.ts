import type { Severity } from '../events/verdict.ts'

/**
 * A JSON text read into a tape: one entry per node, in document order, in flat arrays, so that a
 * document of ten megabytes stays cheap and moves between threads without copying (every array is
 * a view of one buffer).
 *
 * A member is its key's node directly followed by its value's node. Nothing is lost: number text,
 * escapes, order and duplicate keys are read from `text`.
 */
export type JsonTape = {
  text: string
  /** Nodes in use; the arrays may be longer. Node 0 is the root. */
  count: number
  /** `Kind` in the low four bits, `escapedFlag` and `openFlag` above. */
  kinds: Uint8Array
  /** UTF-16 offsets into `text`, quotes and brackets included. */
  starts: Uint32Array
  ends: Uint32Array
  /** The key of a member's value, the object of a key, the array of an element; -1 for the root. */
  parents: Int32Array
  /** First node after the subtree; for a key, after its value's subtree. */
  nexts: Uint32Array
}

/** A tape with what was found while reading it. */
export type JsonDocument = JsonTape & {
  /** Where the last token that was read ends; what follows in a broken text is not in the tape. */
  readTo: number
  /** Why the text is not JSON, if it is not; one of `problems`. */
  error: JsonError | null
  /** Everything found, in order of position: a bounded number of each code. */
  problems: JsonProblem[]
}

export type JsonProblemCode =
  | 'json-syntax'
  | 'json-truncated'
  | 'trailing-data'
  | 'duplicate-key'
  | 'unsafe-integer'
  | 'number-overflow'
  | 'too-deep'
  | 'lone-surrogate'
  | 'suspicious-key'
  | 'control-characters'
  | 'bom'

/** One finding about the text itself. */
export type JsonProblem = {
  code: JsonProblemCode
  severity: Severity
  /** One plain sentence without a full stop. */
  message: string
  /** The node concerned; -1 where there is none. */
  node: number
  /** RFC 6901 pointer of the place; of its ancestor at `maxDepth`, where it lies deeper. */
  pointer: string
  start: number
  end: number
}

/** The first place where the text is not JSON; `start` is the exact offset. */
export type JsonError = JsonProblem & {
  code: 'json-syntax' | 'json-truncated' | 'trailing-data'
  /** Counted from 1; columns in UTF-16 units. */
  line: number
  column: number
}

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'true' | 'false' | 'null' | 'key'

export const Kind = {
  object: 0,
  array: 1,
  string: 2,
  number: 3,
  true: 4,
  false: 5,
  null: 6,
  key: 7,
} as const

const kindNames: readonly JsonKind[] = [
  'object',
  'array',
  'string',
  'number',
  'true',
  'false',
  'null',
  'key',
]

const kindMask = 0b1111
/** A string or key that contains a backslash. */
export const escapedFlag = 0b1_0000
/** A container that the text never closes. */
export const openFlag = 0b10_0000

/** @throws RangeError where `node` is none of the document's. */
export function kindOf(doc: JsonTape, node: number): JsonKind {
  const kind = kindNames[at(doc.kinds, node) & kindMask]
  if (kind === undefined || node >= doc.count) throw new RangeError(`No node ${node}`)
  return kind
}

/** Whether a node is of a kind, flags aside. */
export function isKind(doc: JsonTape, node: number, kind: number): boolean {
  return (at(doc.kinds, node) & kindMask) === kind
}

/** An entry of one of the tape's arrays; 0 outside. */
export function at(array: Uint8Array | Uint32Array | Int32Array, index: number): number {
  return array[index] ?? 0
}

/** The source text of a node, verbatim. */
export function rawAt(doc: JsonTape, node: number): string {
  return doc.text.slice(at(doc.starts, node), at(doc.ends, node))
}

/** The decoded text of a string or key. */
export function stringAt(doc: JsonTape, node: number): string {
  if (at(doc.kinds, node) & escapedFlag) return String(JSON.parse(rawAt(doc, node)))
  return doc.text.slice(at(doc.starts, node) + 1, at(doc.ends, node) - 1)
}

/** The nearest double of a number; its digits are `rawAt`. */
export function numberAt(doc: JsonTape, node: number): number {
  return Number(rawAt(doc, node))
}

/** Keys and values of an object in order, duplicates included; a key cut off from its value is left out. */
export function* members(doc: JsonTape, object: number): Generator<[key: number, value: number]> {
  const end = at(doc.nexts, object)
  for (let key = object + 1; key < end; key = at(doc.nexts, key)) {
    if (at(doc.nexts, key) > key + 1) yield [key, key + 1]
  }
}

/** The keys of an object, escapes undone. */
export function keysOf(doc: JsonTape, object: number): Set<string> {
  const keys = new Set<string>()
  for (const [key] of members(doc, object)) keys.add(stringAt(doc, key))
  return keys
}

/** Elements of an array in order. */
export function* elements(doc: JsonTape, array: number): Generator<number> {
  const end = at(doc.nexts, array)
  for (let node = array + 1; node < end; node = at(doc.nexts, node)) yield node
}

/** The value of a member, the last one where the key is repeated; -1 where there is none, or no object. */
export function memberValue(doc: JsonTape, object: number, key: string): number {
  if (!isKind(doc, object, Kind.object)) return -1
  const end = at(doc.nexts, object)
  let found = -1
  for (let node = object + 1; node < end; node = at(doc.nexts, node)) {
    if (isKey(doc, node, key) && at(doc.nexts, node) > node + 1) found = node + 1
  }
  return found
}

/** Whether a key, decoded, reads `name`; cheap where it has no escapes. */
export function isKey(doc: JsonTape, key: number, name: string): boolean {
  if (at(doc.kinds, key) & escapedFlag) return stringAt(doc, key) === name
  const start = at(doc.starts, key) + 1
  return at(doc.ends, key) - 1 - start === name.length && doc.text.startsWith(name, start)
}
