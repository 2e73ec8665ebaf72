import { isDeceptive } from '../json/characters.ts'
import { at, type JsonTape, kindOf, rawAt } from '../json/document.ts'
import type { Shape } from './shape.ts'

const longestQuote = 60

/** Words for what a shape asks for, to be read after "expected". */
export function describeShape(shape: Shape): string {
  const words = wordsOf(shape)
  return shape.nullable && shape.kind !== 'unseen' ? `${words} or null` : words
}

const containerWords: Partial<Record<Shape['kind'], string>> = {
  object: 'an object',
  choice: 'an object',
  list: 'an array',
  map: 'an object of slug and text, or [] when empty',
  unseen: 'null (or an integer, a string, an object)',
}

function wordsOf(shape: Shape): string {
  if ('constant' in shape) return `the string "${shape.constant}"`
  const article = shape.kind === 'integer' ? 'an' : 'a'
  const format = 'format' in shape && shape.format ? ` (${shape.format.words})` : ''
  return containerWords[shape.kind] ?? `${article} ${shape.kind}${format}`
}

/** Words for a value of a document, to be read after "found": short, whatever its size. */
export function describeValue(doc: JsonTape, node: number): string {
  const kind = kindOf(doc, node)
  if (kind === 'object' || kind === 'array') {
    return isEmpty(doc, node) ? `an empty ${kind}` : `an ${kind}`
  }
  const isWord = kind === 'true' || kind === 'false' || kind === 'null'
  return isWord ? kind : `the ${kind} ${quote(rawAt(doc, node))}`
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
  if (!isDeceptive(code) && !/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character)) return character
  return `\\u${code.toString(16).padStart(4, '0')}`
}
