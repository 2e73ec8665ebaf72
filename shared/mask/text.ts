import { replaceLiterals, type Literals } from './literals.ts'
import { maskedSecret, type Pseudonyms } from './pseudonyms.ts'
import { kindOfKey, type MaskKind } from './rules.ts'
import { decodePercent, unwrap } from './wrappings.ts'

type Pattern = [RegExp, MaskKind]

/** Texts in texts in texts that are looked into. */
const deepest = 3

const plain = String.raw`[^\s"'<>()[\]{},;:=&?/@\\|]`
const patterns: Pattern[] = [
  // Addresses that bounces come back to: `bounce+ann=example.org@sender.example`.
  [
    new RegExp(
      String.raw`(?<![\w.%+-])[\w.%-]{0,64}[+-][\w.%+-]{0,64}=[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}@${plain}{1,200}`,
      'gu',
    ),
    'email',
  ],
  [new RegExp(`"[^"@\\n]{1,64}"@${plain}{1,200}`, 'gu'), 'email'],
  [new RegExp(`${plain}{1,64}@\\[?${plain}{1,200}`, 'gu'), 'email'],
  [new RegExp(`${plain}{1,64}%40${plain}{1,200}`, 'giu'), 'email'],
  [/\b(?:bearer|basic|digest)\s+[\w.~+/=-]{4,}/gi, 'secret'],
  [/(?<![\w-])eyJ[\w-]{5,}\.[\w-]+\.?[\w-]*/g, 'secret'],
  [/\b(?:sk|pk|rk|whsec|gh[opsu]|xox[abps]|AKIA)[_-][\w-]{8,}/g, 'secret'],
  [/(?<![\w:.])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])/gi, 'ip'],
  [
    /(?<![\w:.])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}(?![\w:])/gi,
    'ip',
  ],
  [/(?<![\w:.])[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::(?![\w:])/gi, 'ip'],
  [/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]\d)/g, 'ip'],
  [/(?:\+|\b00)\d(?:[\s().-]{0,2}\d){6,15}/g, 'phone'],
  [/(?<![\d.:+-])0\d(?:[\s.-]?\d){7,11}(?![\d.:-])/g, 'phone'],
  [/(?<![\d.:+-])\(?\d{3}\)?[\s.-]\s?\d{3}[\s.-]\d{4}(?![\d.:-])/g, 'phone'],
]

/** `name=value` of addresses; `name: value` of prose, where the value goes on to the end of it. */
const parameter =
  /(?<![\w.%-])([a-z][\w.[\]%-]{0,79})(\s{0,3}=\s{0,3})("[^"]*"|'[^']*'|[^&#;,\s"'<>]+)/gi
const prose = /(?<![\w.%-])(?:([a-z]{1,40}) )?([a-z][\w.[\]-]{0,79})\s{0,3}:\s{0,3}/gi
const proseValue = /[^&#;,\n"'<>]{1,200}/y
const login = /(\/\/)[^/\s@]+@/g
const packed = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/-]{24,}={0,2}$/

/**
 * Short texts that say nothing personal by their form, and nothing else once they are unwrapped: keys
 * and usual values come again with every request.
 */
const plainTexts = new Set<string>()
const mostPlain = 5000
const longestPlain = 64

function notePlain(text: string): void {
  if (text.length > longestPlain) return
  if (plainTexts.size >= mostPlain) plainTexts.clear()
  plainTexts.add(text)
}

/** Masks what can be known by its form alone, and what is known from elsewhere. */
export function maskText(
  text: string,
  pseudonym: Pseudonyms,
  literals: Literals,
  depth = 0,
): string {
  if (plainTexts.has(text) && replaceLiterals(text, literals) === text) return text
  // May hold anything, and nobody can read it as it stands.
  if (packed.test(text.replace(/[\r\n]/g, '')) || /^data:[^,]*;base64,/i.test(text)) {
    return maskedSecret
  }
  let masked = text.replace(login, `$1${maskedSecret}@`)
  masked = maskProse(masked.replace(parameter, maskNamed))
  for (const [pattern, kind] of patterns) {
    masked = masked.replace(pattern, (found) => standIn(found, kind))
  }
  masked = replaceLiterals(masked, literals)
  if (depth > deepest) return masked
  // What divides an address stays, so that it can still be read as one.
  let isPlain = masked === text
  masked = masked.replace(/[^\s"'<>?&=#/]+/g, (part) =>
    maskInside(part, decodePercent(part), encodeURIComponent),
  )
  masked = masked.replace(/[^\s"'<>]+/g, (word) =>
    maskInside(word, unwrap(word), () => maskedSecret),
  )
  if (isPlain) notePlain(text)
  return masked

  function maskNamed(whole: string, name: string, equals: string, value: string): string {
    const kind = kindOfKey(name, null)
    if (!kind || /@masked\.example/.test(value)) return whole
    return name + equals + pseudonym(kind, decode(value.replace(/^(["'])(.*)\1$/, '$2')))
  }

  /** The names are looked at one by one: a harmless one must not hide the next. */
  function maskProse(said: string): string {
    let result = ''
    let from = 0
    for (const { index, 0: named, 1: before = null, 2: name = '' } of said.matchAll(prose)) {
      const start = index + named.length
      const kind =
        index < from ? null : (kindOfKey(name, before) ?? kindOfKey(`${before ?? ''}${name}`, null))
      proseValue.lastIndex = start
      const value = kind && proseValue.exec(said)?.[0]
      if (!kind || !value || /@masked\.example/.test(value)) continue
      result += said.slice(from, start) + pseudonym(kind, value)
      from = start + value.length
    }
    return result + said.slice(from)
  }

  function standIn(found: string, kind: MaskKind): string {
    if (/@masked\.example/.test(found)) return found
    return pseudonym(kind, found.replace(/%40/g, '@').replaceAll('"', ''))
  }

  /** What says something personal once it is read is replaced as a whole. */
  function maskInside(part: string, inside: string, wrap: (text: string) => string): string {
    if (inside === part) return part
    isPlain = false
    const hidden = maskText(inside, pseudonym, literals, depth + 1)
    return hidden === inside ? part : wrap(hidden)
  }
}

/** A text as it was before it was put into an address. */
export function decode(text: string): string {
  return decodePercent(text.replaceAll('+', ' '))
}
