import { isDeceptive } from '../json/characters.ts'
import { at, type JsonTape, kindOf, rawAt } from '../json/document.ts'
import type { ScalarShape, Shape } from './shape.ts'

const longestQuote = 60

/** Words for what a shape asks for, to be read after "expected". */
export function describeShape(shape: Shape): string {
  const words = wordsOf(shape)
  return shape.nullable && shape.kind !== 'unseen' ? `${words} or null` : words
}

function wordsOf(shape: Shape): string {
  switch (shape.kind) {
    case 'object':
    case 'choice':
      return 'an object'
    case 'list':
      return 'an array'
    case 'map':
      return 'an object of slug and text, or [] when empty'
    case 'unseen':
      return 'null (or an integer, a string, an object)'
    default:
      return scalarWords(shape)
  }
}

function scalarWords({ kind, format, constant }: ScalarShape): string {
  if (constant !== undefined) return `the string "${constant}"`
  const article = kind === 'integer' ? 'an' : 'a'
  return `${article} ${kind}${format ? ` (${format.words})` : ''}`
}

/** Words for a value of a document, to be read after "found": short, whatever its size. */
export function describeValue(doc: JsonTape, node: number): string {
  const kind = kindOf(doc, node)
  switch (kind) {
    case 'object':
      return isEmpty(doc, node) ? 'an empty object' : 'an object'
    case 'array':
      return isEmpty(doc, node) ? 'an empty array' : 'an array'
    case 'true':
    case 'false':
    case 'null':
      return kind
    default:
      return `the ${kind} ${quote(rawAt(doc, node))}`
  }
}

function isEmpty(doc: JsonTape, node: number): boolean {
  return at(doc.nexts, node) === node + 1
}

/** A text for a message: cut where it is long, and with nothing invisible in it. */
export function quote(text: string): string {
  const characters = Array.from(text.slice(0, longestQuote * 2))
  const shown = characters.slice(0, longestQuote).map(visible).join('')
  const isCut = characters.length > longestQuote || text.length > longestQuote * 2
  return isCut ? `${shown}…` : shown
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const isLoneSurrogate = code >= 0xd800 && code <= 0xdfff
  if (!isDeceptive(code) && !isLoneSurrogate) return character
  return `\\u${code.toString(16).padStart(4, '0')}`
}
