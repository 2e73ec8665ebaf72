import type { JsonDocument } from './document.ts'
import { Reader } from './reader.ts'

export type ParseOptions = {
  /** Containers inside each other from which on a document is `too-deep`; 500 where not given. */
  maxDepth?: number
}

/**
 * Reads a JSON text (RFC 8259). Never throws and never recurses: a text that is not JSON gives the
 * part before its first fault, and `error` says what and where that is.
 */
export function parseJson(text: string, options: ParseOptions = {}): JsonDocument {
  return new Reader(text, options.maxDepth ?? 500).read()
}
