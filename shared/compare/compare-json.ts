import {
  at,
  elements,
  isKind,
  type JsonDocument,
  Kind,
  members,
  rawAt,
  stringAt,
} from '../json/document.ts'
import { memberAt } from './members.ts'
import { pointerOf } from '../json/pointer.ts'
import { align } from './align.ts'
import { Fingerprints } from './fingerprints.ts'
import { volatileOf, type Volatile } from './volatile.ts'

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved'

/** One difference between two documents. */
export type Change = {
  kind: ChangeKind
  /** JSON Pointer in the document it stands in: the second one, unless it was removed. */
  path: string
  /** Where it stood in the first document, of what moved. */
  from?: string
  /** As sent, its beginning; `null` where there is none. */
  before: string | null
  after: string | null
  /** Of a changed value that is an id, a time or an address before and after. */
  volatile: Volatile | null
}

/** All differences in the order of the documents; of very many the first ones. */
export type Changes = { changes: Change[]; count: number }

const mostChanges = 2_000
const longestValue = 2_000
/** Larger documents are not compared value by value. */
const mostNodes = 500_000

/** Compares two documents by structure; `null` where they are too large for that, or are no JSON. */
export function compareJson(a: JsonDocument, b: JsonDocument): Changes | null {
  if (a.error || b.error || a.count === 0 || b.count === 0) return null
  if (a.count + b.count > mostNodes) return null
  return new Comparison(a, b).changes()
}

type Found = { kind: 'added' | 'removed' | 'changed'; a: number; b: number }

class Comparison {
  private readonly a: JsonDocument
  private readonly b: JsonDocument
  private readonly prints: { a: Uint32Array; b: Uint32Array }
  private readonly found: Found[] = []
  /** Pairs of nodes that are still to be compared, the next one last. */
  private readonly pending: [a: number, b: number][] = [[0, 0]]

  constructor(a: JsonDocument, b: JsonDocument) {
    const fingerprints = new Fingerprints()
    this.a = a
    this.b = b
    this.prints = { a: fingerprints.of(a), b: fingerprints.of(b) }
  }

  changes(): Changes {
    for (let pair = this.pending.pop(); pair; pair = this.pending.pop()) this.compare(...pair)
    const all = this.withMoves()
    return {
      changes: all.slice(0, mostChanges).map((one) => this.describe(one)),
      count: all.length,
    }
  }

  private compare(a: number, b: number): void {
    if (at(this.prints.a, a) === at(this.prints.b, b)) return
    if (isKind(this.a, a, Kind.object) && isKind(this.b, b, Kind.object)) this.compareObjects(a, b)
    else if (isKind(this.a, a, Kind.array) && isKind(this.b, b, Kind.array))
      this.compareArrays(a, b)
    else this.found.push({ kind: 'changed', a, b })
  }

  private compareObjects(a: number, b: number): void {
    const before = memberAt(this.a, a)
    const after = memberAt(this.b, b)
    const later: [number, number][] = []
    for (const [key, node] of before) {
      const other = after.get(key)
      if (other === undefined) this.found.push({ kind: 'removed', a: node, b: -1 })
      else later.push([node, other])
    }
    for (const [key, node] of after) {
      if (!before.has(key)) this.found.push({ kind: 'added', a: -1, b: node })
    }
    this.pending.push(...later.reverse())
  }

  private compareArrays(a: number, b: number): void {
    const before = [...elements(this.a, a)]
    const after = [...elements(this.b, b)]
    const pairs = align(this.identities(this.a, before, 'a'), this.identities(this.b, after, 'b'))
    const later: [number, number][] = []
    let [nextA, nextB] = [0, 0]
    for (const [endA, endB] of [...pairs, [before.length, after.length] as const]) {
      // What lies between two that belong together is paired in order, as far as that goes.
      for (; nextA < endA && nextB < endB; nextA++, nextB++) {
        later.push([before[nextA] ?? 0, after[nextB] ?? 0])
      }
      for (; nextA < endA; nextA++)
        this.found.push({ kind: 'removed', a: before[nextA] ?? 0, b: -1 })
      for (; nextB < endB; nextB++) this.found.push({ kind: 'added', a: -1, b: after[nextB] ?? 0 })
      if (endA < before.length) later.push([before[nextA++] ?? 0, after[nextB++] ?? 0])
    }
    this.pending.push(...later.reverse())
  }

  /** By what elements are known again: the `id` of objects where each has one, else all of them. */
  private identities(doc: JsonDocument, nodes: number[], side: 'a' | 'b'): (number | string)[] {
    const ids = nodes.map((node) => idOf(doc, node))
    const isKnown = ids.every((id) => id !== null) && new Set(ids).size === ids.length
    return isKnown ? ids.map(String) : nodes.map((node) => at(this.prints[side], node))
  }

  /** What was taken out here and put in there, the same value, has moved. */
  private withMoves(): (Found | { kind: 'moved'; a: number; b: number })[] {
    const removed = new Map<number, Found[]>()
    for (const one of this.found) {
      if (one.kind !== 'removed' || !isTelling(this.a, one.a)) continue
      const print = at(this.prints.a, one.a)
      removed.set(print, [...(removed.get(print) ?? []), one])
    }
    const gone = new Set<Found>()
    const moved = this.found.map((one) => {
      const source =
        one.kind === 'added' ? removed.get(at(this.prints.b, one.b))?.shift() : undefined
      if (!source) return one
      gone.add(source)
      return { kind: 'moved' as const, a: source.a, b: one.b }
    })
    return moved.filter((one) => one.kind !== 'removed' || !gone.has(one))
  }

  private describe({ kind, a, b }: { kind: ChangeKind; a: number; b: number }): Change {
    const before = a < 0 ? null : rawAt(this.a, a)
    const after = b < 0 ? null : rawAt(this.b, b)
    const path = b < 0 ? pointerOf(this.a, a) : pointerOf(this.b, b)
    return {
      kind,
      path,
      ...(kind === 'moved' && { from: pointerOf(this.a, a) }),
      before: before?.slice(0, longestValue) ?? null,
      after: after?.slice(0, longestValue) ?? null,
      volatile: kind === 'changed' ? sameVolatile(path, before ?? '', after ?? '') : null,
    }
  }
}

/** Whether a value is so much its own that seeing it elsewhere means that it moved. */
function isTelling(doc: JsonDocument, node: number): boolean {
  return at(doc.ends, node) - at(doc.starts, node) >= 6
}

function idOf(doc: JsonDocument, node: number): string | null {
  if (!isKind(doc, node, Kind.object)) return null
  for (const [key, value] of members(doc, node)) {
    const isScalar = isKind(doc, value, Kind.string) || isKind(doc, value, Kind.number)
    if (isScalar && stringAt(doc, key) === 'id') return rawAt(doc, value)
  }
  return null
}

function sameVolatile(path: string, before: string, after: string): Volatile | null {
  const key = path.slice(path.lastIndexOf('/') + 1)
  const kind = volatileOf(key, before)
  return kind === volatileOf(key, after) ? kind : null
}
