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

type Prepared = { size: number; pattern: RegExp; standIns: Map<string, string> }
const prepared = new WeakMap<Literals, Prepared>()

/** Replaces what is known, in either case; what is only a part of a longer word stays. */
export function replaceLiterals(text: string, literals: Literals): string {
  if (literals.size === 0) return text
  const { pattern, standIns } = prepare(literals)
  return text.replace(pattern, (found) => standIns.get(found.toLowerCase()) ?? found)
}

function prepare(literals: Literals): Prepared {
  const known = prepared.get(literals)
  if (known?.size === literals.size) return known
  const texts = [...literals.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(texts.map(patternOf).join('|'), 'giu')
  const standIns = new Map([...literals].map(([text, standIn]) => [text.toLowerCase(), standIn]))
  const made = { size: literals.size, pattern, standIns }
  prepared.set(literals, made)
  return made
}

function patternOf(text: string): string {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  if (unspaced.test(text)) return escaped
  return String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`
}
