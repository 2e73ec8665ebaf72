import { Char, isDeceptive, isDigit } from './characters.ts'

/**
 * Reads one string literal and remembers what was unusual about it. One instance serves a whole
 * document.
 */
export class StringScan {
  escaped = false
  deceptive = false
  lone = false
  private afterHigh = false

  /** Offset after the closing quote; `~offset` of the first character that cannot stand there. */
  scan(text: string, start: number): number {
    this.escaped = this.deceptive = this.lone = this.afterHigh = false
    let i = plainEnd(text, start + 1)
    while (text.charCodeAt(i) !== Char.quote) {
      i = this.special(text, i)
      if (i < 0) return i
      if (!this.afterHigh) i = plainEnd(text, i)
    }
    if (this.afterHigh) this.lone = true
    return i + 1
  }

  private special(text: string, i: number): number {
    const code = text.charCodeAt(i)
    if (code === Char.backslash) return this.escape(text, i + 1)
    // The end of the text has no code: it fails this comparison too.
    if (!(code >= Char.space)) return ~i
    this.unit(code)
    return i + 1
  }

  private escape(text: string, i: number): number {
    this.escaped = true
    const letter = text[i] ?? ''
    if (letter === 'u') return this.unicode(text, i + 1)
    const code = escapes[letter]
    if (code === undefined) return ~i
    this.unit(code)
    return i + 1
  }

  private unicode(text: string, start: number): number {
    let code = 0
    for (let i = start; i < start + 4; i++) {
      const digit = hexDigits.indexOf(text.charAt(i).toLowerCase() || '?')
      if (digit < 0) return ~i
      code = code * 16 + digit
    }
    this.unit(code)
    return start + 4
  }

  private unit(code: number): void {
    const isLow = code >= 0xdc00 && code <= 0xdfff
    if (this.afterHigh !== isLow) this.lone = true
    this.afterHigh = code >= 0xd800 && code <= 0xdbff
    if (isDeceptive(code)) this.deceptive = true
  }
}

const hexDigits = '0123456789abcdef'

const escapes: Partial<Record<string, number>> = {
  '"': Char.quote,
  '\\': Char.backslash,
  '/': 0x2f,
  b: 0x08,
  f: 0x0c,
  n: Char.lineFeed,
  r: Char.carriageReturn,
  t: Char.tab,
}

/** First offset from `i` on that is not plain printable ASCII inside a string. */
function plainEnd(text: string, i: number): number {
  const length = text.length
  while (i < length) {
    const code = text.charCodeAt(i)
    if (code < Char.space || code >= Char.delete) break
    if (code === Char.quote || code === Char.backslash) break
    i++
  }
  return i
}

/** Offset after a number literal; `~offset` of the first character that cannot stand there. */
export function scanNumber(text: string, start: number): number {
  const whole = text.charCodeAt(start) === Char.minus ? start + 1 : start
  let i = digitsEnd(text, whole)
  if (i === whole) return ~i
  if (text.charCodeAt(whole) === Char.zero && i > whole + 1) return ~(whole + 1)
  let code = text.charCodeAt(i)
  if (code === Char.dot) {
    const fraction = i + 1
    i = digitsEnd(text, fraction)
    if (i === fraction) return ~i
    code = text.charCodeAt(i)
  }
  return code === 0x65 || code === 0x45 ? scanExponent(text, i + 1) : i
}

function scanExponent(text: string, start: number): number {
  const sign = text.charCodeAt(start)
  const digits = sign === Char.plus || sign === Char.minus ? start + 1 : start
  const end = digitsEnd(text, digits)
  return end === digits ? ~end : end
}

function digitsEnd(text: string, i: number): number {
  while (isDigit(text.charCodeAt(i))) i++
  return i
}

/** Whether a number literal ends in an exponent. */
export function hasExponent(text: string, start: number, end: number): boolean {
  let i = end - 1
  while (i > start && isDigit(text.charCodeAt(i))) i--
  const code = text.charCodeAt(i)
  return i > start && code !== Char.dot && !isDigit(code)
}
