import type { JsonSchema } from '../events/schema.ts'

/** What the owner of a bin expects of requests that no document describes. */
export type OwnShape = {
  /** Unique in its bin. */
  id: string
  /** The label of the events that it describes. */
  name: string
  /** Which requests it describes: a search. The first shape that matches counts. */
  match: string
  /** JSON Schema 2020-12, as its owner wrote it. */
  schema: JsonSchema
}

/** The own shapes of a bin. */
export type OwnShapes = {
  /** Counts changes: what was judged before one has to be judged anew. */
  revision: number
  /** In the order in which they are tried. */
  shapes: readonly OwnShape[]
}

export const ownShapeLimits = {
  /** Shapes of one bin. */
  shapes: 20,
  /** Characters of a name. */
  name: 100,
  /** Characters of a schema, as JSON without spaces. */
  length: 64 * 1024,
  /** Objects and arrays inside each other, references followed. */
  depth: 64,
  /** Schemas in a schema, references followed. */
  schemas: 2000,
  /** Instructions of all regular expressions, references followed. */
  patterns: 10_000,
  /** Steps that regular expressions take over one document. */
  patternSteps: 5_000_000,
} as const
