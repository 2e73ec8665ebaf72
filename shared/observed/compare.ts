import { describeShape } from '../events/describe.ts'
import { type Member, type Shape, text } from '../events/shape.ts'
import type { JsonType, ObservedNode, Seen } from './observed.ts'
import type { ObservedShape } from './observed-shape.ts'
import { pathOf } from './rows.ts'

/** Where what was seen is not what is documented. */
export type Difference = {
  kind:
    | 'never-seen'
    | 'undocumented'
    /** A type that the document does not name. */
    | 'type'
    /** Null, where none is documented. */
    | 'null'
  /** As in the rows of the observed shape. */
  path: string
  /** What is documented, in words; `null` where nothing is. */
  expected: string | null
  /** What was seen instead, type by type; nothing where it was never seen. */
  seen: Partial<Record<JsonType, Seen>>
  /** Out of how many objects (or arrays) that could have had it. */
  parents: number
}

/** Compares what was seen with the document. */
export function compareWithShape({ root }: ObservedShape, documented: Shape): Difference[] {
  return root ? [...differencesAt([documented], root, '', root.count)] : []
}

/** @param shapes what the place may be: several where the document makes a choice */
function* differencesAt(
  shapes: readonly Shape[],
  node: ObservedNode,
  path: string,
  parents: number,
): Generator<Difference> {
  for (const [type, seen] of node.types) {
    if (shapes.some((shape) => accepts(shape, type))) continue
    const kind = type === 'null' ? 'null' : 'type'
    yield { kind, path, expected: wordsOf(shapes), seen: { [type]: seen }, parents }
  }
  if (node.types.has('object')) yield* memberDifferences(shapes, node, path)
  if (node.items) yield* itemDifferences(shapes, node.items, `${path}[]`, arraysOf(node))
}

function* itemDifferences(
  shapes: readonly Shape[],
  items: ObservedNode,
  path: string,
  parents: number,
): Generator<Difference> {
  const documented = shapes.flatMap((shape) => (shape.kind === 'list' ? [shape.item] : []))
  if (documented.length > 0) yield* differencesAt(documented, items, path, parents)
  else if (shapes.some(({ kind }) => kind === 'map')) {
    // Contact fields are an array where they are empty; that of the other family has elements.
    yield undocumented(items, path, parents)
  }
}

function undocumented({ types }: ObservedNode, path: string, parents: number): Difference {
  return { kind: 'undocumented', path, expected: null, seen: Object.fromEntries(types), parents }
}

function arraysOf({ types }: ObservedNode): number {
  return types.get('array')?.count ?? 0
}

function* memberDifferences(
  shapes: readonly Shape[],
  node: ObservedNode,
  path: string,
): Generator<Difference> {
  const documented = membersOf(shapes)
  const parents = node.types.get('object')?.count ?? 0
  const slug = shapes.some(({ kind }) => kind === 'map') ? [text()] : null
  for (const [name, member] of node.members) {
    const memberPath = pathOf(path, name)
    const known = documented.get(name)?.map(({ shape }) => shape) ?? slug
    if (known) yield* differencesAt(known, member, memberPath, parents)
    else if (!shapes.some(isOpen)) yield undocumented(member, memberPath, parents)
  }
  for (const [name, members] of documented) {
    if (node.members.has(name) || !members.some(isExpected)) continue
    const expected = wordsOf(members.map(({ shape }) => shape))
    yield { kind: 'never-seen', path: pathOf(path, name), expected, seen: {}, parents }
  }
}

/** The members of all objects that a place may be, by name. */
function membersOf(shapes: readonly Shape[]): Map<string, Member[]> {
  const found = new Map<string, Member[]>()
  for (const object of shapes.flatMap(objectsOf)) {
    for (const member of object.members) {
      found.set(member.name, [...(found.get(member.name) ?? []), member])
    }
  }
  return found
}

function objectsOf(shape: Shape) {
  if (shape.kind === 'object') return [shape]
  return shape.kind === 'choice' ? [...shape.cases.map(([, each]) => each), shape.otherwise] : []
}

/** Newer variants, and what is documented to be absent, are not missed. */
function isExpected({ replaces, unwanted }: Member): boolean {
  return replaces === undefined && unwanted === undefined
}

/** Where only null was documented nothing is known of an object, and nothing expected. */
function isOpen(shape: Shape): boolean {
  return shape.kind === 'unseen' || (shape.kind === 'object' && shape.open)
}

function accepts(shape: Shape, type: JsonType): boolean {
  if (type === 'null') return shape.nullable
  switch (shape.kind) {
    case 'object':
    case 'choice':
      return type === 'object'
    case 'list':
      return type === 'array'
    case 'map':
      return type === 'object' || type === 'array'
    case 'unseen':
      return false
    case 'number':
      return type === 'number' || type === 'integer'
    case 'string':
    case 'integer':
    case 'boolean':
      return type === shape.kind
  }
}

function wordsOf(shapes: readonly Shape[]): string {
  return [...new Set(shapes.map(describeShape))].join(' or ')
}
