/**
 * The same text by itself. What is cut out of a text keeps all of it in memory for as long as it
 * lives, and a name that is remembered must not keep the document that it came in.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1)
}
