import type { Pseudonyms } from './pseudonyms.ts'
import type { MaskKind } from './rules.ts'

/** Values known to be personal from elsewhere in the same request, with their stand-ins. */
export type Literals = Map<string, string>

const mostLiterals = 100
/** Scripts that write words without a space between them. */
const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u

/** Notes a value, and the parts of it that may stand alone: words of a name, digits of a number. */
export function learn(
  literals: Literals,
  kind: MaskKind,
  value: string,
  pseudonym: Pseudonyms,
): void {
  add(value.trim(), pseudonym(kind, value))
  if (kind === 'name') for (const word of value.split(/[\s,]+/)) add(word, pseudonym(kind, word))
  if (kind === 'phone') add(value.replace(/\D/g, ''), pseudonym(kind, value), 7)
  const local = kind === 'email' ? /^([^@\s]*[._+-][^@\s]*)@/.exec(value.trim())?.[1] : undefined
  if (local !== undefined) add(local, pseudonym('text', local), 6)

  function add(text: string, standIn: string, shortest = unspaced.test(text) ? 2 : 3): void {
    if (text.length >= shortest && literals.size < mostLiterals) literals.set(text, standIn)
  }
}

/** What is known at a size of `literals`; `find` is made when a text holds some of it. */
type Prepared = { size: number; folded: readonly string[]; find: Find | null }
type Find = { pattern: RegExp; standIns: Map<string, string> }
const prepared = new WeakMap<Literals, Prepared>()

/** Replaces what is known, in either case; what is only a part of a longer word stays. */
export function replaceLiterals(text: string, literals: Literals): string {
  if (literals.size === 0) return text
  const known = prepare(literals)
  // Most texts hold none, which takes less to say than the pattern takes to be compiled.
  const said = fold(text)
  if (!known.folded.some((literal) => said.includes(literal))) return text
  const { pattern, standIns } = (known.find ??= findOf(literals))
  return text.replace(pattern, (found) => standIns.get(found.toLowerCase()) ?? found)
}

function prepare(literals: Literals): Prepared {
  const known = prepared.get(literals)
  if (known?.size === literals.size) return known
  const made = { size: literals.size, folded: [...literals.keys()].map(fold), find: null }
  prepared.set(literals, made)
  return made
}

function findOf(literals: Literals): Find {
  const texts = [...literals.keys()].sort((a, b) => b.length - a.length)
  const standIns = new Map([...literals].map(([text, standIn]) => [text.toLowerCase(), standIn]))
  return { pattern: patternOf(texts), standIns }
}

/** In lower case, whatever stands around: a sigma at the end of a word has a letter of its own. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ')
}

/**
 * What looks at the letters around stands once, as it takes long to be compiled. Texts without spaces
 * come first: of two that begin at the same place one of these is the longer.
 */
function patternOf(texts: readonly string[]): RegExp {
  const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  const words = texts.filter((text) => !unspaced.test(text)).map(escaped)
  const alone = String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?![\p{L}\p{N}])`
  const others = texts.filter((text) => unspaced.test(text)).map(escaped)
  return new RegExp([...others, ...(words.length > 0 ? [alone] : [])].join('|'), 'giu')
}
