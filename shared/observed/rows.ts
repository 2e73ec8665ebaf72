import type { JsonType, ObservedNode, Seen } from './observed.ts'
import type { ObservedShape } from './observed-shape.ts'

/** One place of the observed documents, for the table that people read. */
export type ObservedRow = Seen & {
  /** Keys joined by dots, `[]` for the elements of an array. */
  path: string
  /** How many objects (or arrays) it could have been in. */
  parents: number
  types: Partial<Record<JsonType, Seen>>
  /** Most frequent first, each as JSON; `null` where they are too many or too long to be told. */
  values: [value: string, count: number][] | null
  /** The latest value, as written; empty for objects and arrays. */
  example: string
}

/** Every place that was seen, parents before what is in them. */
export function observedRows({ root }: ObservedShape): ObservedRow[] {
  return root ? [...rowsBelow(root, '')] : []
}

function* rowsBelow(node: ObservedNode, path: string): Generator<ObservedRow> {
  const objects = node.types.get('object')?.count ?? 0
  for (const [name, member] of node.members) {
    const memberPath = pathOf(path, name)
    yield rowOf(member, memberPath, objects)
    yield* rowsBelow(member, memberPath)
  }
  if (!node.items) return
  yield rowOf(node.items, `${path}[]`, node.types.get('array')?.count ?? 0)
  yield* rowsBelow(node.items, `${path}[]`)
}

function rowOf(node: ObservedNode, path: string, parents: number): ObservedRow {
  const { count, first, last, types, values, example } = node
  return {
    path,
    count,
    parents,
    first,
    last,
    types: Object.fromEntries(types),
    values: values && [...values].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    example,
  }
}

/** Path of a member; a key that is not a plain name stands in brackets, as JSON. */
export function pathOf(parent: string, name: string): string {
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name)) return `${parent}[${JSON.stringify(name)}]`
  return parent === '' ? name : `${parent}.${name}`
}
