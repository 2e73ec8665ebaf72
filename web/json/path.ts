import { at, isKind, Kind, rawAt, stringAt, type JsonDocument } from '../../shared/json/document.ts'

/** Where a value stands, as programs and the search write it: `data.items[0].id`; empty: the whole. */
export function pathOf(doc: JsonDocument, node: number): string {
  return stepsOf(doc, node, keyStep).join('').replace(/^\./, '')
}

function stepsOf(doc: JsonDocument, node: number, keyStep: (key: string) => string): string[] {
  const steps: string[] = []
  for (let child = node; child > 0; child = at(doc.parents, child)) {
    const parent = at(doc.parents, child)
    if (isKind(doc, child, Kind.key)) steps.push(keyStep(stringAt(doc, child)))
    else if (isKind(doc, parent, Kind.array)) steps.push(`[${indexIn(doc, parent, child)}]`)
  }
  return steps.reverse()
}

/** The names and indexes on the way to a value. */
export function segmentsOf(doc: JsonDocument, node: number): string[] {
  const segments: string[] = []
  for (let child = node; child > 0; child = at(doc.parents, child)) {
    const parent = at(doc.parents, child)
    if (isKind(doc, child, Kind.key)) segments.push(stringAt(doc, child))
    else if (isKind(doc, parent, Kind.array)) segments.push(String(indexIn(doc, parent, child)))
  }
  return segments.reverse()
}

function keyStep(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}

function indexIn(doc: JsonDocument, array: number, element: number): number {
  let index = 0
  for (let child = array + 1; child < element; child = at(doc.nexts, child)) index++
  return index
}

/** The same for `jq`, which wants a dot before names and quotes around what is no plain one. */
export function jqPathOf(doc: JsonDocument, node: number): string {
  const path = stepsOf(doc, node, jqStep).join('')
  return path.startsWith('.') ? path : `.${path}`
}

function jqStep(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}

/** A value for the clipboard: what a string says, and anything else as sent. */
export function valueText(doc: JsonDocument, node: number): string {
  return isKind(doc, node, Kind.string) ? stringAt(doc, node) : rawAt(doc, node)
}

/** How many members or elements a container has; counting stops at `most`. */
export function sizeOf(doc: JsonDocument, container: number, most = 1000): number {
  const end = at(doc.nexts, container)
  let count = 0
  for (let child = container + 1; child < end && count < most; child = at(doc.nexts, child)) count++
  return count
}
