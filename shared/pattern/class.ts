import { type CharacterSet, complement, range, union } from './characters.ts'
import { readEscape } from './escape.ts'
import type { PatternSource } from './source.ts'

/** Reads a class from behind its opening bracket to behind the closing one. */
export function readClass(source: PatternSource): CharacterSet {
  const start = source.at - 1
  const isNegated = source.took('^')
  const sets: CharacterSet[] = []
  while (!source.took(']')) {
    if (source.next === '') {
      source.refuse('this class has no end: write ], or \\[ for a bracket', start)
    }
    sets.push(readMember(source))
  }
  return isNegated ? complement(union(sets)) : union(sets)
}

/** One character, a range of them, or a set such as `\d`. */
function readMember(source: PatternSource): CharacterSet {
  const start = source.at
  const first = readOne(source)
  if (source.next !== '-' || source.nextButOne === ']') {
    return typeof first === 'number' ? range(first) : first
  }
  source.take()
  const last = readOne(source)
  if (typeof first !== 'number' || typeof last !== 'number') {
    return source.refuse('a range goes from character to character: write \\- for a hyphen', start)
  }
  if (last < first) source.refuse('this range runs backwards: write the lower end first', start)
  return range(first, last)
}

function readOne(source: PatternSource): number | CharacterSet {
  const character = source.take()
  if (character !== '\\') return character.codePointAt(0) ?? 0
  return source.took('b') ? 0x08 : readEscape(source)
}
