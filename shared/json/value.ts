import { at, isKind, type JsonDocument, Kind, numberAt, stringAt } from './document.ts'
import { kindOf } from './document.ts'

type Container = unknown[] | Record<string, unknown>

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
function shallowValue(doc: JsonDocument, node: number): unknown {
  const kind = kindOf(doc, node)
  switch (kind) {
    case 'object':
      return Object.create(null)
    case 'array':
      return []
    case 'number':
      return numberAt(doc, node)
    case 'true':
    case 'false':
      return kind === 'true'
    case 'null':
      return null
    case 'string':
    case 'key':
      return stringAt(doc, node)
  }
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

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null
}
