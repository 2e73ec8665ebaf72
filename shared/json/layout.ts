import { at, isKind, type JsonDocument, Kind, openFlag } from './document.ts'

/**
 * A document as the lines of an indented display, with no string made for any of them: thirteen
 * bytes a line, so that a virtual list reads only what is on the screen (`lineAt`).
 */
export type Lines = {
  count: number
  /** The value shown, the key that lost its value, or the container closed; of a rest, its start. */
  nodes: Uint32Array
  depths: Uint32Array
  /** Last line of what is opened here, first line of what is closed here; of a rest, its end. */
  matches: Uint32Array
  roles: Uint8Array
}

/** A value or empty container, a container's first or last line, text that was not read. */
export const Role = { value: 0, open: 1, close: 2, rest: 3 } as const
type Role = (typeof Role)[keyof typeof Role]

/** What follows a fault is shown as at most so many lines; the last one holds all that remains. */
const maxRestLines = 10_000

/** Lays a document out; what could not be read follows as it is. Never recurses. */
export function layout(doc: JsonDocument): Lines {
  const rest = doc.error ? restLines(doc) : []
  const sheet = new Sheet(doc, countLines(doc) + rest.length)
  for (let node = 0; node < doc.count; node++) {
    sheet.closeBefore(node)
    sheet.show(node)
  }
  sheet.closeBefore(doc.count)
  for (const { start, end } of rest) sheet.add(Role.rest, start, end)
  return sheet.lines
}

/** The line that shows a value, a key, or the beginning of a container; -1 for none of these. */
export function lineOf(doc: JsonDocument, lines: Lines, node: number): number {
  const shown = isMemberKey(doc, node) ? node + 1 : node
  const line = lines.nodes.indexOf(shown)
  return lines.roles[line] === Role.rest ? -1 : line
}

class Sheet {
  readonly lines: Lines
  private readonly doc: JsonDocument
  /** Lines of the containers around the current node, outermost first. */
  private readonly opened: number[] = []

  constructor(doc: JsonDocument, size: number) {
    this.doc = doc
    this.lines = {
      count: 0,
      nodes: new Uint32Array(size),
      depths: new Uint32Array(size),
      matches: new Uint32Array(size),
      roles: new Uint8Array(size),
    }
  }

  show(node: number): void {
    if (isMemberKey(this.doc, node)) return
    const line = this.lines.count
    if (!spansLines(this.doc, node)) {
      this.add(Role.value, node, line)
      return
    }
    this.add(Role.open, node, line)
    this.opened.push(line)
  }

  /** Closes every container that ends before a node. */
  closeBefore(node: number): void {
    for (let line = this.opened.at(-1); line !== undefined; line = this.opened.at(-1)) {
      const container = at(this.lines.nodes, line)
      if (at(this.doc.nexts, container) > node) return
      this.opened.pop()
      const isClosed = !isOpen(this.doc, container)
      this.lines.matches[line] = isClosed ? this.lines.count : this.lines.count - 1
      if (isClosed) this.add(Role.close, container, line)
    }
  }

  add(role: Role, node: number, match: number): void {
    const { lines } = this
    const line = lines.count++
    lines.nodes[line] = node
    lines.depths[line] = this.opened.length
    lines.matches[line] = match
    lines.roles[line] = role
  }
}

function countLines(doc: JsonDocument): number {
  let count = 0
  for (let node = 0; node < doc.count; node++) {
    if (isMemberKey(doc, node)) continue
    count += spansLines(doc, node) && !isOpen(doc, node) ? 2 : 1
  }
  return count
}

/** A key that stands on the line of its value. */
function isMemberKey(doc: JsonDocument, node: number): boolean {
  return isKind(doc, node, Kind.key) && at(doc.nexts, node) > node + 1
}

function spansLines(doc: JsonDocument, node: number): boolean {
  return isOpen(doc, node) || at(doc.nexts, node) > node + 1
}

function isOpen(doc: JsonDocument, node: number): boolean {
  return (at(doc.kinds, node) & openFlag) !== 0
}

function restLines(doc: JsonDocument): { start: number; end: number }[] {
  const { text } = doc
  const lines: { start: number; end: number }[] = []
  let start = doc.readTo
  while (start < text.length) {
    const lineBreak = lines.length + 1 < maxRestLines ? text.indexOf('\n', start) : -1
    const end = lineBreak < 0 ? text.length : lineBreak
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}
