import { at, isKind, type JsonDocument, Kind, kindOf, numberAt, stringAt } from './document.ts'

type Container = unknown[] | Record<string, unknown>
type Scalar = string | number | boolean | null

/**
 * A node as a plain value. Objects have no prototype, so that `__proto__` is a key like any other;
 * of a repeated key the last value counts, and a key cut off from its value has none.
 */
export function toValue(doc: JsonDocument, root: number): unknown {
  const containers = new Map<number, Container>()
  const end = isKind(doc, root, Kind.key) ? root + 1 : at(doc.nexts, root)
  const result = shallowValue(doc, root)
  if (isContainer(result)) containers.set(root, result)
  for (let node = root + 1; node < end; node++) {
    if (isKind(doc, node, Kind.key)) continue
    const value = shallowValue(doc, node)
    if (isContainer(value)) containers.set(node, value)
    place(doc, containers, node, value)
  }
  return result
}

/** A scalar's value, or a container with nothing in it yet. */
function shallowValue(doc: JsonDocument, node: number): Scalar | Container {
  const kind = kindOf(doc, node)
  if (kind === 'array') return []
  if (kind === 'number') return numberAt(doc, node)
  if (kind === 'string' || kind === 'key') return stringAt(doc, node)
  if (kind === 'null') return null
  if (kind !== 'object') return kind === 'true'
  return Object.create(null) as Record<string, unknown> // typed `any`: it is an empty object
}

function place(
  doc: JsonDocument,
  containers: Map<number, Container>,
  node: number,
  value: unknown,
): void {
  const parent = at(doc.parents, node)
  const array = containers.get(parent)
  if (Array.isArray(array)) {
    array.push(value)
    return
  }
  const object = containers.get(at(doc.parents, parent))
  if (object && !Array.isArray(object)) object[stringAt(doc, parent)] = value
}

function isContainer(value: Scalar | Container): value is Container {
  return typeof value === 'object' && value !== null
}
