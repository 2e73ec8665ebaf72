import { maskedSecret, type Pseudonyms } from './pseudonyms.ts'
import { kindOfKey, type MaskKind } from './rules.ts'

/** Values known to be personal from elsewhere in the same request, with their stand-ins. */
export type Literals = Map<string, string>

type Pattern = [RegExp, MaskKind]

const plain = String.raw`[^\s"'<>()[\]{},;:=&?/@\\|]`
const patterns: Pattern[] = [
  [new RegExp(`${plain}{1,64}@${plain}{1,200}`, 'gu'), 'email'],
  [new RegExp(`${plain}{1,64}%40${plain}{1,200}`, 'giu'), 'email'],
  [/\b(?:bearer|basic|digest)\s+[\w.~+/=-]{4,}/gi, 'secret'],
  [/\beyJ[\w-]{5,}\.[\w-]+\.?[\w-]*/g, 'secret'],
  [/\b(?:sk|pk|rk|whsec|gh[opsu]|xox[abps]|AKIA)[_-][\w-]{8,}/g, 'secret'],
  [/(?<![\w:.])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])/gi, 'ip'],
  [
    /(?<![\w:.])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}(?![\w:])/gi,
    'ip',
  ],
  [/(?<![\w:.])[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::(?![\w:])/gi, 'ip'],
  [/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]\d)/g, 'ip'],
  [/(?:\+|\b00)\d(?:[\s().-]?\d){6,15}/g, 'phone'],
  [/(?<![\d.:+-])0\d(?:[\s.-]?\d\d){4}(?![\d.:-])/g, 'phone'],
]

/** `name=value` of addresses, and `name: value` of prose. */
const parameter = /(?<![\w.%-])([a-z][\w.[\]%-]{0,79})(\s{0,3}[=:]\s{0,3})([^&#;,\s"'<>]+)/gi
const login = /(\/\/)[^/\s@]+@/g
const packed = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/-]{24,}={0,2}$/

/** Masks what can be known by its form alone, and what is known from elsewhere. */
export function maskText(text: string, pseudonym: Pseudonyms, literals: Literals): string {
  // May hold anything, and nobody can read it as it stands.
  if (packed.test(text) || /^data:[^,]*;base64,/i.test(text)) return maskedSecret
  let masked = text.replace(login, `$1${maskedSecret}@`).replace(parameter, maskParameter)
  for (const [pattern, kind] of patterns) {
    masked = masked.replace(pattern, (found) => standIn(found, kind))
  }
  for (const [value, replacement] of literals) masked = replaceWord(masked, value, replacement)
  return masked

  function maskParameter(whole: string, name: string, equals: string, value: string): string {
    const kind = kindOfKey(name, null)
    return kind ? name + equals + pseudonym(kind, decode(value)) : whole
  }

  function standIn(found: string, kind: MaskKind): string {
    if (/@masked\.example/.test(found)) return found
    return pseudonym(kind, found.replace(/%40/g, '@'))
  }
}

/** Keeps what is only a part of a longer word. */
function replaceWord(text: string, value: string, replacement: string): string {
  let result = ''
  let from = 0
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, from)) {
    const end = at + value.length
    const isWord = !isLetter(text[at - 1]) && !isLetter(text[end])
    result += text.slice(from, at) + (isWord ? replacement : value)
    from = end
  }
  return result + text.slice(from)
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}

/** A text as it was before it was put into an address. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
