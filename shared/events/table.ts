import { elements, isKind, type JsonTape, Kind, memberValue, rawAt } from '../json/document.ts'
import { parseJson } from '../json/parse.ts'
import { findEvent } from './catalogue.ts'
import { describeShape, quote } from './describe.ts'
import type { Member, Shape } from './shape.ts'
import type { Trigger } from './trigger.ts'

/** One row of the table that people read. */
export type ShapeRow = {
  /** Keys joined by dots, `[]` for the elements of an array, `*` for any slug. */
  path: string
  type: string
  nullable: boolean
  presence: 'always' | 'sometimes'
  /** From the sample, as it is written there; empty where it has none. */
  example: string
  remark: string
}

/** Every documented key of a trigger, in the order of the declaration. */
export function shapeTable(trigger: Trigger): ShapeRow[] {
  const { sample: text, shape } = findEvent(trigger)
  const sample = parseJson(text)
  const rows = new Map<string, ShapeRow>()
  for (const row of childRows(sample, shape, '', [0])) {
    const earlier = rows.get(row.path)
    rows.set(row.path, earlier ? merged(earlier, row) : row)
  }
  return [...rows.values()]
}

/** The same key in two branches of a choice. */
function merged(a: ShapeRow, b: ShapeRow): ShapeRow {
  const isAlways = a.presence === 'always' && b.presence === 'always'
  return { ...a, presence: isAlways ? 'always' : 'sometimes', example: a.example || b.example }
}

/** @param nodes the places of the sample that the shape describes */
function* childRows(
  sample: JsonTape,
  shape: Shape,
  path: string,
  nodes: readonly number[],
): Generator<ShapeRow> {
  if (shape.kind === 'object') {
    for (const member of shape.members) yield* memberRows(sample, member, path, nodes)
  } else if (shape.kind === 'choice') {
    for (const [, each] of shape.cases) yield* childRows(sample, each, path, nodes)
    yield* childRows(sample, shape.otherwise, path, nodes)
  } else if (shape.kind === 'list') {
    const items = nodes
      .filter((node) => isKind(sample, node, Kind.array))
      .flatMap((node) => [...elements(sample, node)])
    yield* childRows(sample, shape.item, `${path}[]`, items)
  } else if (shape.kind === 'map') {
    const common = { nullable: false, presence: 'sometimes', example: '', remark: '' } as const
    yield { path: `${path}.*`, type: 'string', ...common }
  }
}

function* memberRows(
  sample: JsonTape,
  { name, shape, missing }: Member,
  parent: string,
  parents: readonly number[],
): Generator<ShapeRow> {
  const path = parent === '' ? name : `${parent}.${name}`
  const nodes = parents.map((node) => memberValue(sample, node, name)).filter((node) => node >= 0)
  const presence = missing === 'error' ? 'always' : 'sometimes'
  const { nullable } = shape
  const remark = [shape.remark, knownOf(shape)].filter((part) => part !== '').join('; ')
  yield { path, type: typeOf(shape), nullable, presence, example: exampleOf(sample, nodes), remark }
  yield* childRows(sample, shape, path, nodes)
}

/** Values seen so far; the list stays open. */
function knownOf(shape: Shape): string {
  return 'known' in shape && shape.known ? `so far: ${shape.known.join(', ')}` : ''
}

function typeOf(shape: Shape): string {
  return describeShape({ ...shape, nullable: false }).replace(/^(?:an?|the) /, '')
}

/** Objects and arrays show in their own rows. */
function exampleOf(sample: JsonTape, nodes: readonly number[]): string {
  const scalar = nodes.find(
    (node) => !isKind(sample, node, Kind.object) && !isKind(sample, node, Kind.array),
  )
  return scalar === undefined ? '' : quote(rawAt(sample, scalar))
}
