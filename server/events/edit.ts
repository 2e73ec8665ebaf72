import { at, isKind, Kind, type JsonDocument } from '../../shared/json/document.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { nodeAt } from '../../shared/json/pointer.ts'

// Edits of a JSON text that leave everything else as it is: digits, escapes, order, white space.

/** Names on the way to a value, outermost first. */
export type Path = readonly string[]

/** There is no place where a path leads. */
export class NoSuchPlace extends Error {
  constructor(path: Path) {
    super(`The event has no place for ${path.join('.')}`)
    this.name = 'NoSuchPlace'
  }
}

/**
 * The text with the value at a path replaced, or put in where its object has no such key yet.
 * @throws NoSuchPlace where something on the way is no object
 */
export function setAt(text: string, path: Path, value: unknown): string {
  const doc = parseJson(text)
  const node = find(doc, path)
  if (node >= 0) return replace(doc, node, JSON.stringify(value))
  const key = path.at(-1)
  const parent = path.slice(0, -1)
  if (key === undefined) throw new NoSuchPlace(path)
  const home = find(doc, parent)
  if (home < 0) return setAt(text, parent, { [key]: value })
  // PHP writes an object without members as an array.
  if (isEmptyArray(doc, home)) return replace(doc, home, JSON.stringify({ [key]: value }))
  if (!isKind(doc, home, Kind.object)) throw new NoSuchPlace(path)
  return addMember(text, parent, JSON.stringify(key), JSON.stringify(value))
}

/** The text with a member more at the end of an object, also where the key is there already. */
export function addMember(text: string, home: Path, key: string, value: string): string {
  const doc = parseJson(text)
  const node = find(doc, home)
  if (node < 0 || !isKind(doc, node, Kind.object)) throw new NoSuchPlace(home)
  const end = at(doc.ends, node) - 1
  const comma = at(doc.nexts, node) > node + 1 ? ',' : ''
  return `${text.slice(0, end).trimEnd()}${comma}${key}:${value}${text.slice(end)}`
}

/** The text without the member at a path. @throws NoSuchPlace */
export function removeAt(text: string, path: Path): string {
  const doc = parseJson(text)
  const node = find(doc, path)
  const key = at(doc.parents, node)
  if (node <= 0 || !isKind(doc, key, Kind.key)) throw new NoSuchPlace(path)
  const before = text.slice(0, at(doc.starts, key)).trimEnd()
  const after = text.slice(at(doc.ends, node)).trimStart()
  // One of the commas around it goes as well: the one before, unless it is the first.
  if (before.endsWith(',')) return before.slice(0, -1) + text.slice(at(doc.ends, node))
  return before + after.replace(/^,/, '')
}

/** The source text of the value at a path; `undefined` where there is none. */
export function textAt(text: string, path: Path): string | undefined {
  const doc = parseJson(text)
  const node = find(doc, path)
  return node < 0 ? undefined : text.slice(at(doc.starts, node), at(doc.ends, node))
}

function find(doc: JsonDocument, path: Path): number {
  const tokens = path.map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1'))
  return nodeAt(doc, tokens.map((token) => `/${token}`).join(''))
}

function replace(doc: JsonDocument, node: number, value: string): string {
  return doc.text.slice(0, at(doc.starts, node)) + value + doc.text.slice(at(doc.ends, node))
}

function isEmptyArray(doc: JsonDocument, node: number): boolean {
  return isKind(doc, node, Kind.array) && at(doc.nexts, node) === node + 1
}
