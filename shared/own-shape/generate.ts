import type { JsonSchema } from '../events/schema.ts'
import type { JsonTape } from '../json/document.ts'
import { ObservedShape } from '../observed/observed-shape.ts'
import { observedSchema } from '../observed/schema.ts'

/**
 * "Expect this from now on": a schema of what a document looks like. Every key is required, types
 * and plain formats are kept, values are not; what is null may be anything the next time.
 * @param node the document's root, or the event in it
 */
export function schemaFrom(doc: JsonTape, node: number, title: string): JsonSchema {
  const observed = new ObservedShape()
  observed.fold(doc, node, { seq: 1, at: '' })
  return observedSchema(observed, title, { openNulls: true })
}
