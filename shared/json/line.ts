import { at, isKind, type JsonDocument, Kind, rawAt } from './document.ts'
import { layout, type Lines } from './layout.ts'

type LineRole = 'value' | 'open' | 'close' | 'rest'

/** One line, ready to be shown. */
export type Line = {
  role: LineRole
  /** How many containers lie around it. */
  depth: number
  /** Node of the key in front; -1 where there is none. */
  key: number
  /** Node of the value or container; -1 in a rest, and beside a key that lost its value. */
  node: number
  /** What to show of the source, verbatim: a value, one bracket, an empty container, a rest. */
  start: number
  end: number
  /** Whether another member or element follows. */
  comma: boolean
  /** The line at the other end of the container; itself elsewhere. */
  match: number
}

/** In the order of `Role`. */
const roleNames: readonly LineRole[] = ['value', 'open', 'close', 'rest']

/** Makes one line of a layout. @throws RangeError outside of it. */
export function lineAt(doc: JsonDocument, lines: Lines, index: number): Line {
  const role = roleNames[at(lines.roles, index)]
  if (role === undefined || index >= lines.count) throw new RangeError(`No line ${index}`)
  const shown = at(lines.nodes, index)
  const match = at(lines.matches, index)
  const depth = at(lines.depths, index)
  if (role === 'rest') {
    return { role, depth, key: -1, node: -1, start: shown, end: match, comma: false, match: index }
  }
  const isLoneKey = isKind(doc, shown, Kind.key)
  const entry = entryOf(doc, shown)
  const key = role !== 'close' && isKind(doc, entry, Kind.key) ? entry : -1
  const comma = role !== 'open' && hasNext(doc, entry)
  const node = isLoneKey ? -1 : shown
  return { role, depth, key, node, ...verbatim(doc, role, node), comma, match }
}

function verbatim(
  doc: JsonDocument,
  role: Line['role'],
  node: number,
): { start: number; end: number } {
  const start = at(doc.starts, node)
  const end = at(doc.ends, node)
  if (role === 'open') return { start, end: start + 1 }
  return role === 'close' ? { start: end - 1, end } : { start, end }
}

/** The member or element that a node is, or is the value of. */
function entryOf(doc: JsonDocument, node: number): number {
  const parent = at(doc.parents, node)
  return parent >= 0 && isKind(doc, parent, Kind.key) ? parent : node
}

function hasNext(doc: JsonDocument, entry: number): boolean {
  const owner = at(doc.parents, entry)
  return owner >= 0 && at(doc.nexts, entry) < at(doc.nexts, owner)
}

/** Deeper lines stand below each other: the indentation of a hostile text would fill the memory. */
const maxIndent = 100

/** The whole document indented by two spaces, for copying; tokens stay as sent. */
export function prettyText(doc: JsonDocument): string {
  const lines = layout(doc)
  let out = ''
  for (let index = 0; index < lines.count; index++) {
    const line = lineAt(doc, lines, index)
    const indent = '  '.repeat(Math.min(line.depth, maxIndent))
    out += `${index === 0 ? '' : '\n'}${indent}${lineText(doc, line)}`
  }
  return out
}

/** The text of one line without its indentation. */
export function lineText(doc: JsonDocument, line: Line): string {
  const key = line.key < 0 ? '' : rawAt(doc, line.key)
  if (line.node < 0) return key + doc.text.slice(line.start, line.end)
  const value = doc.text.slice(line.start, line.end)
  const isEmpty = line.role === 'value' && /^[{[]/.test(value)
  const shown = isEmpty ? `${value.charAt(0)}${value.slice(-1)}` : value
  return `${key && `${key}: `}${shown}${line.comma ? ',' : ''}`
}
