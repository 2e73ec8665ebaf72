/** UTF-16 codes that JSON gives a meaning. */
export const Char = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  delete: 0x7f,
  byteOrderMark: 0xfeff,
} as const

/** The four characters that RFC 8259 lets stand between tokens. */
export function isSpace(code: number): boolean {
  return (
    code === Char.space ||
    code === Char.lineFeed ||
    code === Char.carriageReturn ||
    code === Char.tab
  )
}

export function isDigit(code: number): boolean {
  return code >= Char.zero && code <= Char.nine
}

/**
 * Characters that make a text look like something it is not: C0 (but tab and line ends), DEL, C1,
 * and the marks that embed, override or isolate a direction (Unicode UAX 9, table 4).
 */
export function isDeceptive(code: number): boolean {
  if (code < Char.space) {
    return code !== Char.tab && code !== Char.lineFeed && code !== Char.carriageReturn
  }
  return (
    (code >= Char.delete && code <= 0x9f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  )
}
