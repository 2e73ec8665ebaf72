import type { JsonSchema } from '../events/schema.ts'
import type { JsonType, ObservedNode } from './observed.ts'
import type { ObservedShape } from './observed-shape.ts'

type Options = {
  /** What only ever was null may be anything. */
  openNulls?: boolean
}

/**
 * The observed shape as JSON Schema 2020-12. It accepts every document that was folded: what was
 * always there is required, every type that was seen is allowed, and keys never seen are no error.
 */
export function observedSchema(
  { root }: ObservedShape,
  title: string,
  options: Options = {},
): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...(root && schemaOf(root, options)),
  }
}

function schemaOf(node: ObservedNode, options: Options): JsonSchema {
  const types = typesOf(node)
  if (options.openNulls && types.length === 1 && types[0] === 'null') return {}
  return {
    type: types.length === 1 ? types[0] : types,
    ...(types.includes('string') && node.format && { format: node.format }),
    ...(types.includes('object') && !node.isCut && objectKeywords(node, options)),
    ...(node.items && !node.isCut && { items: schemaOf(node.items, options) }),
  }
}

/** An integer is a number: where both were seen, one word says it. */
function typesOf({ types }: ObservedNode): JsonType[] {
  return [...types.keys()].filter((type) => type !== 'integer' || !types.has('number'))
}

function objectKeywords({ types, members }: ObservedNode, options: Options): JsonSchema {
  const objects = types.get('object')?.count
  const entries = [...members]
  const required = entries.filter(([, { count }]) => count === objects).map(([name]) => name)
  return {
    // Own properties whatever their names: `__proto__` is a key like any other.
    properties: Object.fromEntries(entries.map(([name, each]) => [name, schemaOf(each, options)])),
    ...(required.length > 0 && { required }),
  }
}
