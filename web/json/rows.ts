import { at, isKind, Kind, type JsonDocument } from '../../shared/json/document.ts'
import { Role, type Lines } from '../../shared/json/layout.ts'
import { nodeAt } from '../../shared/json/pointer.ts'
import type { LaidOut } from './laid-out.ts'

/** The lines that are shown while some containers are folded, by their first lines. */
export function visibleLines(lines: Lines, folded: ReadonlySet<number>): Uint32Array {
  const shown = new Uint32Array(lines.count)
  let count = 0
  let line = 0
  // Nothing is folded at first, and a large document has millions of lines.
  if (folded.size === 0) while (line < lines.count) shown[count++] = line++
  while (line < lines.count) {
    shown[count++] = line
    line = folded.has(line) ? at(lines.matches, line) + 1 : line + 1
  }
  return shown.subarray(0, count)
}

/** Position of a line among the shown ones: its own, or that of the fold that hides it. */
export function rowOfLine(shown: Uint32Array, line: number): number {
  let low = 0
  let high = shown.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (at(shown, middle) <= line) low = middle
    else high = middle - 1
  }
  return low
}

/** First lines of all containers but the outermost: folded, they leave an overview. */
export function foldableLines(lines: Lines): Set<number> {
  const all = new Set<number>()
  for (let line = 1; line < lines.count; line++) {
    if (isFoldable(lines, line)) all.add(line)
  }
  return all
}

/** Whether a container of more than its own line begins here. */
export function isFoldable(lines: Lines, line: number): boolean {
  return at(lines.roles, line) === Role.open && at(lines.matches, line) > line
}

/** The folded lines without those that hide `line`. */
export function unfoldAround(
  lines: Lines,
  folded: ReadonlySet<number>,
  line: number,
): ReadonlySet<number> {
  const hiding = [...folded].filter((open) => open < line && line <= at(lines.matches, open))
  if (hiding.length === 0) return folded
  const rest = new Set(folded)
  for (const open of hiding) rest.delete(open)
  return rest
}

/** The line of a finding: where its range begins, else where its path leads, as far as it goes. */
export function lineOfPlace(
  { doc, lines }: LaidOut,
  place: { path: string; range?: { start: number } },
): number {
  if (place.range) return lineAtOffset(doc, lines, place.range.start)
  for (let path = place.path; ; path = path.slice(0, path.lastIndexOf('/'))) {
    const node = nodeAt(doc, path)
    if (node >= 0) return lineAtOffset(doc, lines, at(doc.starts, node))
    if (!path.includes('/')) return 0
  }
}

/** The last line that begins at or before an offset of the text. */
export function lineAtOffset(doc: JsonDocument, lines: Lines, offset: number): number {
  let low = 0
  let high = lines.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (startOfLine(doc, lines, middle) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function startOfLine(doc: JsonDocument, lines: Lines, line: number): number {
  const role = at(lines.roles, line)
  const node = at(lines.nodes, line)
  if (role === Role.rest) return node
  if (role === Role.close) return at(doc.ends, node) - 1
  const parent = at(doc.parents, node)
  return at(doc.starts, parent >= 0 && isKind(doc, parent, Kind.key) ? parent : node)
}
