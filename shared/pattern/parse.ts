import { notLineBreak, range } from './characters.ts'
import { readClass } from './class.ts'
import { readEscape } from './escape.ts'
import type { Assertion, PatternNode } from './node.ts'
import { PatternSource } from './source.ts'

/**
 * Reads a regular expression of ECMA-262 as with the flag `u`, without what needs to go back in the
 * text. Punctuation may be escaped where the standard has no need of it.
 * @throws InvalidPattern
 */
export function parsePattern(text: string): PatternNode {
  const source = new PatternSource(text)
  const node = readChoice(source)
  if (source.next !== '') source.refuse('no group is open: write \\) for a parenthesis')
  return node
}

function readChoice(source: PatternSource): PatternNode {
  const branches = [readSequence(source)]
  while (source.took('|')) branches.push(readSequence(source))
  return { type: 'choice', branches }
}

function readSequence(source: PatternSource): PatternNode {
  const parts: PatternNode[] = []
  while (!['', '|', ')'].includes(source.next)) parts.push(readPart(source))
  return { type: 'sequence', parts }
}

function readPart(source: PatternSource): PatternNode {
  const node = readAtom(source)
  const start = source.at
  const times = readTimes(source)
  if (!times) return node
  if (node.type === 'assertion') source.refuse('there is nothing here to repeat', start)
  const [min, max] = times
  if (max < min) source.refuse('this asks for more than it allows: write the less first', start)
  // Lazy or not, the same texts match.
  source.took('?')
  return { type: 'repeat', node, min, max }
}

function readTimes(source: PatternSource): [min: number, max: number] | null {
  if (source.took('*')) return [0, Infinity]
  if (source.took('+')) return [1, Infinity]
  if (source.took('?')) return [0, 1]
  const match = source.found(/^\{(\d+)(,?)(\d*)\}/)
  if (!match) return null
  const [, min = '', comma, max = ''] = match
  if (!comma) return [Number(min), Number(min)]
  return [Number(min), max ? Number(max) : Infinity]
}

const assertions = new Map<string, Assertion>([
  ['^', 'start'],
  ['$', 'end'],
])

function readAtom(source: PatternSource): PatternNode {
  const start = source.at
  const character = source.take()
  const assertion = assertions.get(character)
  if (assertion) return { type: 'assertion', assertion }
  switch (character) {
    case '.':
      return { type: 'set', set: notLineBreak }
    case '[':
      return { type: 'set', set: readClass(source) }
    case '(':
      return readGroup(source, start)
    case '\\': {
      if (source.took('b')) return { type: 'assertion', assertion: 'boundary' }
      if (source.took('B')) return { type: 'assertion', assertion: 'no boundary' }
      const found = readEscape(source)
      return { type: 'set', set: typeof found === 'number' ? range(found) : found }
    }
    case '*':
    case '+':
    case '?':
      return source.refuse(`there is nothing here to repeat: write \\${character}`, start)
    case '{':
    case '}':
    case ']':
      return source.refuse(`"${character}" stands alone: write \\${character}`, start)
    default:
      return { type: 'set', set: range(character.codePointAt(0) ?? 0) }
  }
}

/** Groups are kept apart and not remembered: nothing asks for what they held. */
function readGroup(source: PatternSource, start: number): PatternNode {
  if (source.found(/^\?<?[=!]/)) {
    source.refuse('looking ahead or behind is not supported: write what is to match', start)
  }
  const isPlain = source.took('?:') || source.found(/^\?<[A-Za-z_$][\w$]*>/)
  if (!isPlain && source.next === '?') {
    source.refuse('flags are not supported: write [Aa] for either case', start)
  }
  const node = readChoice(source)
  if (!source.took(')')) source.refuse('this group has no end: write ), or \\( to match one', start)
  return node
}
