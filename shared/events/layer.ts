import type { JsonDocument } from '../json/document.ts'

/** Looks up a header by its name in lower case. */
export type HeaderLookup = (name: string) => string | undefined

/** A place in which an event may be found: a value of the body, or of a text quoted in the body. */
export type Layer = {
  doc: JsonDocument
  node: number
  /** Translates an offset into `doc.text` to one into the body's text. */
  place: (offset: number) => number
  /** The headers the event came with; those of the innermost wrapper that kept any. */
  header: HeaderLookup
}
