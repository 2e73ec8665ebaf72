/** Writes terms of the search language that find what somebody points at. */

/** A text as a value: in quotes, where nothing in it is special. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`
}

/** A term for a value of a field: in quotes where the language needs them. */
export function termOf(field: string, value: string): string {
  return `${field}:${/^[\w.:@/-]+$/.test(value) ? value : quoted(value)}`
}

/** What can stand in front of a colon after `header.` and `query.`. */
const plainName = /^[\w$.*-]+$/

/** A term for requests that have a header. */
export function headerTerm(name: string, value: string): string {
  if (plainName.test(name)) return `header.${name.toLowerCase()}:${quoted(value)}`
  return `header:${quoted(`${name}: ${value}`)}`
}

/** A term for requests that have a query parameter. */
export function queryTerm(name: string, value: string): string {
  return plainName.test(name)
    ? `query.${name}:${quoted(value)}`
    : `query:${quoted(`${name}=${value}`)}`
}

/**
 * A term for a value at a path of the event; `null` where the language has no words for the path.
 * @param segments names, indexes, and `*` for any
 * @param value as the language writes it: `1.0`, `"text"`, `*` for whatever is there
 */
export function jsonTerm(segments: readonly string[], value: string): string | null {
  const isPlain = segments.every((segment) => /^(?:[\w-][\w$-]*|\*)$/.test(segment))
  if (segments.length === 0 || !isPlain) return null
  return `${['$', ...segments].join('.')}:${value}`
}
