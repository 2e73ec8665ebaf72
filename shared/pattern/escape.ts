import { type CharacterSet, complement, namedSets, propertySet } from './characters.ts'
import type { PatternSource } from './source.ts'

const controls = new Map([
  ['t', 0x09],
  ['n', 0x0a],
  ['v', 0x0b],
  ['f', 0x0c],
  ['r', 0x0d],
])

const hexadecimal = /^(?:x([\da-f]{2})|u([\da-f]{4})|u\{0{0,20}([\da-f]{1,6})\})/i

/** Reads what stands after a backslash, in a class or not: a character, or a set of them. */
export function readEscape(source: PatternSource): number | CharacterSet {
  const start = source.at - 1
  const code = readHexadecimal(source)
  if (code !== null) return code
  const letter = source.take()
  const known = controls.get(letter) ?? namedSets.get(letter)
  if (known !== undefined) return known
  if (letter === 'p' || letter === 'P') return readProperty(source, letter === 'P', start)
  if (letter === '0' && !/\d/.test(source.next)) return 0
  if (/[\dk]/.test(letter)) {
    source.refuse('back references are not supported: write the text again', start)
  }
  if (/^[!-/:-@[-`{-~]$/.test(letter)) return letter.charCodeAt(0)
  const meant = letter === '' ? 'nothing follows the backslash' : `\\${letter} has no meaning`
  return source.refuse(`${meant}: write \\\\ for a backslash`, start)
}

/** Two escapes of surrogates are one character, as with the flag `u`. */
function readHexadecimal(source: PatternSource): number | null {
  const start = source.at - 1
  const match = source.found(hexadecimal)
  if (!match) return null
  const code = Number.parseInt(match[1] ?? match[2] ?? match[3] ?? '', 16)
  if (code > 0x10ffff) source.refuse('there is no such character: the last is \\u{10FFFF}', start)
  if (match[2] === undefined || code < 0xd800 || code > 0xdbff) return code
  const low = source.found(/^\\u(d[c-f][\da-f]{2})/i)
  if (!low) return code
  return (code - 0xd800) * 0x400 + Number.parseInt(low[1] ?? '', 16) - 0xdc00 + 0x10000
}

function readProperty(source: PatternSource, isNegated: boolean, start: number): CharacterSet {
  const name = source.found(/^\{(\w{1,30})\}/)?.[1] ?? ''
  const set = propertySet(name)
  if (!set) {
    source.refuse('this property is not known here: write a category such as \\p{L}', start)
  }
  return isNegated ? complement(set) : set
}
