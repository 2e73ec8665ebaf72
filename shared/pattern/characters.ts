/** Which characters, by code point, may stand in one place. */
export type CharacterSet = {
  has: (code: number) => boolean
  /** What asking costs: ranges that are looked at. */
  weight: number
}

export function range(from: number, to = from): CharacterSet {
  return { has: (code) => code >= from && code <= to, weight: 1 }
}

export function union(sets: readonly CharacterSet[]): CharacterSet {
  const [only] = sets
  if (only && sets.length === 1) return only
  const weight = sets.reduce((sum, set) => sum + set.weight, 1)
  return { has: (code) => sets.some((set) => set.has(code)), weight }
}

export function complement({ has, weight }: CharacterSet): CharacterSet {
  return { has: (code) => !has(code), weight }
}

/** A set that the engine knows; the expression is a constant of ours and looks at one character. */
function known(expression: RegExp): CharacterSet {
  return { has: (code) => expression.test(String.fromCodePoint(code)), weight: 2 }
}

const digits = range(0x30, 0x39)
const words = union([range(0x61, 0x7a), range(0x41, 0x5a), digits, range(0x5f)])
const spaces = known(/\s/u)

/** What a dot stands for. */
export const notLineBreak = known(/./u)

/** Whether a code unit is part of a word. */
export function isWord(unit: number): boolean {
  return words.has(unit)
}

/** Sets by the letter after the backslash. */
export const namedSets: ReadonlyMap<string, CharacterSet> = new Map([
  ['d', digits],
  ['D', complement(digits)],
  ['w', words],
  ['W', complement(words)],
  ['s', spaces],
  ['S', complement(spaces)],
])

/** General categories of Unicode, and the properties that are asked for most. */
const propertyNames =
  'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn ' +
  'Letter Mark Number Punctuation Symbol Separator Alphabetic Uppercase Lowercase White_Space Emoji ASCII'

const properties: ReadonlyMap<string, CharacterSet> = new Map(
  propertyNames.split(' ').map((name) => [name, known(new RegExp(`^\\p{${name}}`, 'u'))]),
)

/** The set of `\p{name}`; `undefined` for a name that is not known here. */
export function propertySet(name: string): CharacterSet | undefined {
  return properties.get(name)
}
