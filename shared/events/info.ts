import type { ShapeRow } from './table.ts'
import type { Trigger } from './trigger.ts'
import type { Family, Label } from './verdict.ts'

/** One entry of the catalogue of documented events. */
export type EventInfo = {
  trigger: Trigger
  family: Family
  /** As the sender names it: `contact.tag.added`, `SALE_NEW`. */
  type: string
  label: Label
  schemaUrl: string
  sampleUrl: string
}

/**
 * The whole entry: the shape as JSON Schema 2020-12, as a table and as TypeScript, and the documented
 * body as printed.
 */
export type EventDetail = EventInfo & {
  schema: unknown
  rows: ShapeRow[]
  typescript: string
  sample: string
}
