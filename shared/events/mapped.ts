import { at, type JsonTape } from '../json/document.ts'

/** A text that was taken out of another one's quoting. */
export type MappedText = {
  text: string
  /** Where in the outer text a unit of this text begins; its length maps to the end. */
  offsetOf: (index: number) => number
}

/** The content of a JSON string, with the place of each of its UTF-16 units. */
export function unquoteJson(doc: JsonTape, node: number): MappedText {
  const start = at(doc.starts, node) + 1
  const end = at(doc.ends, node) - 1
  const pattern = /\\u[\da-fA-F]{4}|\\./gs
  return replaceMapped(doc.text, start, end, pattern, (escape) => String(JSON.parse(`"${escape}"`)))
}

/** One UTF-8 sequence in a form's escapes; a space as a plus sign. */
const formEscape =
  /\+|%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-4](?:%[89ab][\da-f]){3}/gi

/** The content of a form field; escapes of bytes that are not UTF-8 are left as they stand. */
export function unquoteForm(text: string, start: number, end: number): MappedText {
  return replaceMapped(text, start, end, formEscape, decodeSequence)
}

function decodeSequence(escape: string): string {
  if (escape === '+') return ' '
  try {
    return decodeURIComponent(escape)
  } catch {
    return escape
  }
}

function replaceMapped(
  outer: string,
  start: number,
  end: number,
  pattern: RegExp,
  replace: (escape: string) => string,
): MappedText {
  const source = outer.slice(start, end)
  const parts: string[] = []
  const offsets = new Uint32Array(source.length + 1)
  let length = 0
  const copy = (from: number, to: number) => {
    parts.push(source.slice(from, to))
    for (let i = from; i < to; i++) offsets[length++] = start + i
  }
  let copied = 0
  for (const { 0: escape, index } of source.matchAll(pattern)) {
    copy(copied, index)
    const replacement = replace(escape)
    parts.push(replacement)
    for (let i = 0; i < replacement.length; i++) offsets[length++] = start + index
    copied = index + escape.length
  }
  copy(copied, source.length)
  offsets[length] = end
  return { text: parts.join(''), offsetOf: (index) => offsets[Math.min(index, length)] ?? end }
}
