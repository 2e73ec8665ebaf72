import {
  at,
  isKind,
  type JsonDocument,
  type JsonTape,
  Kind,
  memberValue,
  stringAt,
} from './document.ts'

/** RFC 6901 pointer of a value; of a key, that of its member. */
export function pointerOf(doc: JsonDocument, node: number): string {
  return joinPointer(tokensOf(doc, node, indexIn))
}

/**
 * The tokens of a node's pointer, innermost first. `indexOf` tells an element's index: while a
 * document is read, the arrays around a node are still open and count their elements.
 */
export function tokensOf(
  tape: JsonTape,
  node: number,
  indexOf: (tape: JsonTape, array: number, element: number) => number,
): string[] {
  const tokens: string[] = []
  for (let child = node; child > 0; child = at(tape.parents, child)) {
    const parent = at(tape.parents, child)
    if (isKind(tape, child, Kind.key)) tokens.push(stringAt(tape, child))
    else if (isKind(tape, parent, Kind.array)) tokens.push(String(indexOf(tape, parent, child)))
  }
  return tokens
}

/** Makes a pointer of tokens that stand innermost first (RFC 6901 section 3). */
export function joinPointer(tokens: string[]): string {
  return tokens.reduceRight(
    (pointer, token) => `${pointer}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    '',
  )
}

/** The value at an RFC 6901 pointer, the last one where a key is repeated; -1 where there is none. */
export function nodeAt(doc: JsonDocument, pointer: string): number {
  if (doc.count === 0 || (pointer !== '' && !pointer.startsWith('/'))) return -1
  let node = 0
  for (const token of pointer.split('/').slice(1)) {
    node = childAt(doc, node, token.replaceAll('~1', '/').replaceAll('~0', '~'))
    if (node < 0) return -1
  }
  return node
}

function childAt(doc: JsonDocument, node: number, token: string): number {
  if (!isKind(doc, node, Kind.array)) return memberValue(doc, node, token)
  return /^(?:0|[1-9]\d{0,9})$/.test(token) ? elementAt(doc, node, Number(token)) : -1
}

/** The element of an array at an index; -1 outside. */
export function elementAt(doc: JsonDocument, array: number, index: number): number {
  const end = at(doc.nexts, array)
  let child = array + 1
  for (let i = 0; i < index && child < end; i++) child = at(doc.nexts, child)
  return child < end ? child : -1
}

function indexIn(tape: JsonTape, array: number, element: number): number {
  let index = 0
  for (let child = array + 1; child < element; child = at(tape.nexts, child)) index++
  return index
}
