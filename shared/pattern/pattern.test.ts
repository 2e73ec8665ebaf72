import { array, assert, constantFrom, letrec, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidPattern } from './node.ts'
import { patternLimits, readPattern } from './regular-expression.ts'

function matches(source: string, text: string) {
  return readPattern(source).test(text, { left: 1_000_000 })
}

/** V8 looks inside surrogate pairs for a place to begin, where ECMA-262 goes by characters. */
function engineMatches(source: string, text: string): boolean {
  const expression = new RegExp(source, 'uy')
  let at = 0
  for (const character of [...Array.from(text), '']) {
    expression.lastIndex = at
    if (expression.test(text)) return true
    at += character.length
  }
  return false
}

function faultOf(source: string): string | null {
  try {
    readPattern(source)
  } catch (error) {
    if (error instanceof InvalidPattern) return error.message
    throw error
  }
  return null
}

function stepsOf(source: string, text: string): [boolean | null, number] {
  const steps = { left: 10_000_000 }
  const result = readPattern(source).test(text, steps)
  return [result, 10_000_000 - steps.left]
}

const assertions = String.raw`^ $ \b \B`.split(' ')
const sets = [
  String.raw`a b A 0 _ - é 😀 . \d \D \w \W \s \S \. \/ \n [\0] \u0061 \x41 \u{1f600} \ud83d\ude00 \ud83d`,
  String.raw`[ab] [^a] [a-c0-9] [\d-] [^\s\w] [-a] [a-] [] [^] [\b] [\u{1f600}-\u{1f64f}] [\x30-\x39]`,
  String.raw`\p{L} \P{Lu} [\p{N}_] [^\P{Letter}é] \p{White_Space}`,
].flatMap((line) => line.split(' '))
const times = [
  '',
  '',
  '*',
  '+',
  '?',
  '{2}',
  '{0}',
  '{1,}',
  '{0,2}',
  '{1,3}',
  '*?',
  '+?',
  '??',
  '{1,2}?',
]

const { pattern } = letrec<Record<'pattern' | 'group', string>>((tie) => ({
  pattern: array(
    oneof(
      { withCrossShrink: true, maxDepth: 3 },
      constantFrom(...assertions),
      tuple(constantFrom(...sets), constantFrom(...times)).map((parts) => parts.join('')),
      tuple(tie('group'), constantFrom(...times)).map((parts) => parts.join('')),
    ),
    { maxLength: 4 },
  ).map((parts) => parts.join('')),
  group: tuple(constantFrom('(', '(?:'), tie('pattern'), constantFrom('', '|'), tie('pattern')).map(
    (parts) => `${parts.join('')})`,
  ),
}))
const texts = array(
  constantFrom(...Array.from('abcA09_-. \n\u2028é😀/\b'), '\ud83d', '\ude00', '\0'),
  {
    maxLength: 8,
  },
).map((parts) => parts.join(''))

describe('a regular expression', () => {
  it('matches what the engine of the language matches with the flag u', () => {
    assert(
      property(
        pattern,
        oneof(texts, string({ unit: 'grapheme', maxLength: 6 })),
        (source, text) => {
          expect(matches(source, text), `/${source}/ ${JSON.stringify(text)}`).toBe(
            engineMatches(source, text),
          )
        },
      ),
      { numRuns: 3000 },
    )
  })

  it.each([
    [String.raw`^lead-\d+$`, 'lead-17', true],
    [String.raw`^lead-\d+$`, 'LEAD-17', false],
    [String.raw`\@example\.com$`, 'ann@example.com', true],
    [String.raw`^(?<year>\d{4})-\d{2}$`, '2026-11', true],
    [String.raw`^\p{Lu}\p{Ll}+$`, 'Éva', true],
    ['^.$', '😀', true],
    ['', '', true],
    ['^(?:){9}$', '', true],
    ['^(a{0}){99999}$', '', true],
  ])('%s holds for %j: %j', (source, text, expected) => {
    expect(matches(source, text)).toBe(expected)
  })

  it.each([
    ['a(?=b)', 'Character 2: looking ahead or behind is not supported: write what is to match'],
    ['(?<!a)b', 'Character 1: looking ahead or behind is not supported: write what is to match'],
    [String.raw`(a)\1`, 'Character 4: back references are not supported: write the text again'],
    [String.raw`\k<a>`, 'Character 1: back references are not supported: write the text again'],
    ['(?i:a)', 'Character 1: flags are not supported: write [Aa] for either case'],
    ['a**', 'Character 3: there is nothing here to repeat: write \\*'],
    ['^*', 'Character 2: there is nothing here to repeat'],
    ['a{3,2}', 'Character 2: this asks for more than it allows: write the less first'],
    ['a{', 'Character 2: "{" stands alone: write \\{'],
    ['a]', 'Character 2: "]" stands alone: write \\]'],
    ['(a', 'Character 1: this group has no end: write ), or \\( to match one'],
    ['a)', 'Character 2: no group is open: write \\) for a parenthesis'],
    ['[a', 'Character 1: this class has no end: write ], or \\[ for a bracket'],
    ['[b-a]', 'Character 2: this range runs backwards: write the lower end first'],
    [
      String.raw`[\w-z]`,
      'Character 2: a range goes from character to character: write \\- for a hyphen',
    ],
    [String.raw`é\q`, 'Character 2: \\q has no meaning: write \\\\ for a backslash'],
    ['a\\', 'Character 2: nothing follows the backslash: write \\\\ for a backslash'],
    [String.raw`\u{110000}`, 'Character 1: there is no such character: the last is \\u{10FFFF}'],
    [
      String.raw`\p{Klingon}`,
      'Character 1: this property is not known here: write a category such as \\p{L}',
    ],
  ])('%s is refused with its place and what to do', (source, fault) => {
    expect(faultOf(source)).toBe(fault)
  })

  it('is a thousand characters long at most', () => {
    const { length, weight } = patternLimits
    expect(faultOf('(?:)'.repeat(length / 4))).toBeNull()
    expect(faultOf('(?:)'.repeat(length / 4) + 'a')).toBe(
      'Character 1001: a pattern has at most 1000 characters: shorten it',
    )
    expect(faultOf(`a{${weight - 1}}`)).toBeNull()
  })

  it.each([
    'a{1000}',
    'a{0,501}',
    '(?:a{32}){32}',
    '((((((a{9}){9}){9}){9}){9}){9}){9}',
    'a{99999999999999999999}',
    '(?:){0,99999999}',
    '[a-zA-Z0-9._-]{200}',
  ])('%s is too large a program', (source) => {
    expect(faultOf(source)).toBe(
      'Character 1: the pattern is too large: repeat less, or write it shorter',
    )
  })

  it('is read however deep its groups are', () => {
    expect(matches('('.repeat(499) + 'a' + ')'.repeat(499), 'ba')).toBe(true)
  })

  it.each([
    ['^(a+)+$', 'a'.repeat(31) + '!'],
    ['^(a|aa)+$', 'a'.repeat(1000) + '!'],
    ['(x+x+)+y', 'x'.repeat(1000)],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(1000)],
    ['(.*){1,32}[bc]', 'a'.repeat(1000)],
    ['(?:a?){100}a{100}', 'a'.repeat(99)],
    ['(a*)*b', 'a'.repeat(1000)],
    [String.raw`^(\w+\s?)*$`, 'a '.repeat(500) + '!'],
    ['(?:.*a){20}', 'b'.repeat(1000)],
  ])('%s takes steps in proportion to the text', (source, text) => {
    const [result, steps] = stepsOf(source, text)
    expect(result).toBe(false)
    expect(steps).toBeLessThanOrEqual(2 * readPattern(source).weight * (text.length + 1))
  })

  it('takes twice the steps for twice the text', () => {
    const [, once] = stepsOf('^(a+)+$', 'a'.repeat(1000) + '!')
    const [, twice] = stepsOf('^(a+)+$', 'a'.repeat(2000) + '!')
    expect(twice).toBeLessThan(2 * once + 10)
  })

  it('does not say what it has no steps left to know', () => {
    const steps = { left: 100 }
    expect(readPattern('b').test('a'.repeat(1000), steps)).toBeNull()
    expect(readPattern('b').test('b', steps)).toBeNull()
    expect(readPattern('b').test('b', { left: 3 })).toBe(true)
  })
})
