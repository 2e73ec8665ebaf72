const utf8 = new TextDecoder('utf-8', { fatal: true })

/** As `decodeURIComponent`; what is no UTF-8 is read as latin1. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run.replace(/%(..)/g, (_, hex: string) => character(hex, 16))
    }
  })
}

/**
 * What a word says to who takes off the ways in which texts are put into others: escapes, entities,
 * quoted-printable, wide characters, base64, hex. Others of it stay.
 */
export function unwrap(word: string): string {
  const read = decodeQuoted(decodeEntities(decodeEscapes(decodePercent(word)))).normalize('NFKC')
  return read
    .replace(/(?<![\w+/-])[\w+/-]{8,}={0,2}/g, decodeBase64)
    .replace(/(?<!\w)(?:[0-9a-f]{2}){8,}(?!\w)/gi, decodeHex)
}

function decodeEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, long?: string, short?: string) =>
    character(long ?? short ?? '', 16),
  )
}

const entities = new Map([
  ['commat', '@'],
  ['period', '.'],
  ['plus', '+'],
])

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(commat|period|plus));?/gi, decodeEntity)
}

function decodeEntity(_: string, decimal?: string, hex?: string, name = ''): string {
  if (decimal !== undefined) return character(decimal, 10)
  if (hex !== undefined) return character(hex, 16)
  return entities.get(name.toLowerCase()) ?? ''
}

function decodeQuoted(text: string): string {
  return text.replace(/(?:=[0-9A-F]{2})+/g, (run) => {
    const bytes = run.replace(/=(..)/g, (_, hex: string) => character(hex, 16))
    return readable(bytes) ?? run
  })
}

function decodeBase64(run: string): string {
  const plain = run.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/')
  if (plain.length % 4 === 1) return run
  try {
    return readable(atob(plain)) ?? run
  } catch {
    return run
  }
}

function decodeHex(run: string): string {
  return readable(run.replace(/../g, (hex) => character(hex, 16))) ?? run
}

const unseen = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/
const likeUtf8 =
  /^(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*$/

/** Bytes, one a character, as text; `undefined` where nobody could read it. */
function readable(bytes: string): string | undefined {
  // Nearly all words are nothing else once they are read, and a decoder takes long to say so.
  if (unseen.test(bytes) || !likeUtf8.test(bytes)) return undefined
  try {
    const text = utf8.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
    return /[\p{Cc}\p{Cn}]/u.test(text.replace(/[\t\r\n]/g, '')) ? undefined : text
  } catch {
    return undefined
  }
}

function character(digits: string, base: number): string {
  const code = Number.parseInt(digits, base)
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
}
