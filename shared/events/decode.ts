import { invalidUtf8At } from './utf8.ts'
import type { Issue } from './verdict.ts'

/** A body read as text. */
export type Decoded = {
  /** `null` where the bytes are no text. A UTF-8 byte order mark stays in it, as U+FEFF. */
  text: string | null
  /** How it was read: `utf-8`, `utf-16le`, `utf-16be`, or what the sender declared. */
  charset: string | null
  /** Whether JSON may be looked for: false where the bytes are not Unicode. */
  isUnicode: boolean
  /** `wrong-encoding` or `invalid-utf8`: what is said of it if it is (or claims to be) JSON. */
  issue: Issue | null
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads bytes as UTF-8, as UTF-16 where a byte order mark or the zeros of ASCII show it, else as
 * what the content type declares. Nothing is ever replaced by U+FFFD.
 */
export function decodeBody(body: Uint8Array, contentType: string | null): Decoded {
  const utf16 = utf16Of(body)
  if (utf16) return decodeUtf16(body, utf16)
  const declared = declaredCharset(contentType)
  try {
    const text = utf8.decode(body)
    return { text, charset: 'utf-8', isUnicode: true, issue: misdeclared(body, text, declared) }
  } catch {
    return decodeDeclared(body, declared)
  }
}

/** What is said of a text that whoever believes the content type reads otherwise, or not at all. */
function misdeclared(body: Uint8Array, text: string, declared: string | null): Issue | null {
  if (declared === null || /^utf-?8$/.test(declared) || !isCharset(declared)) return null
  if (tryDecode(body, declared) === text) return null
  const message = `The content type says ${declared}, but the body is UTF-8`
  return wrongEncoding(message, 'utf-8', declared)
}

function utf16Of(body: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = body
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (second === undefined) return null
  if (second === 0 && fourth === 0 && beginsJson(first) && third !== 0) return 'utf-16le'
  if (first === 0 && third === 0 && beginsJson(second) && fourth !== 0) return 'utf-16be'
  return null
}

/** Space, or the first character of an object, an array or a string. */
function beginsJson(byte: number | undefined): boolean {
  return byte !== undefined && byte !== 0 && ' \t\r\n{["'.includes(String.fromCharCode(byte))
}

function decodeUtf16(body: Uint8Array, charset: 'utf-16le' | 'utf-16be'): Decoded {
  // Half a unit at the end is what a text leaves that was cut off: the rest can be read.
  const text = tryDecode(body.subarray(0, body.length - (body.length % 2)), charset)
  if (text === null) return { text, charset: null, isUnicode: false, issue: invalidUtf8(body) }
  const message = `The body is ${charset.toUpperCase()}: JSON is exchanged as UTF-8`
  return { text, charset, isUnicode: true, issue: wrongEncoding(message, 'utf-8', charset) }
}

function wrongEncoding(message: string, expected: string, actual: string): Issue {
  return { severity: 'warning', code: 'wrong-encoding', path: '', message, expected, actual }
}

function decodeDeclared(body: Uint8Array, declared: string | null): Decoded {
  const text = declared === null || declared === 'utf-8' ? null : tryDecode(body, declared)
  const charset = text === null ? null : declared
  return { text, charset, isUnicode: false, issue: invalidUtf8(body) }
}

function invalidUtf8(body: Uint8Array): Issue {
  const offset = invalidUtf8At(body)
  const byte = (body[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  const message = `The body is not UTF-8: byte 0x${byte} at offset ${offset} begins no character`
  return { severity: 'error', code: 'invalid-utf8', path: '', message, expected: 'utf-8' }
}

/** `null` for bytes that are none of the charset's, and for a charset that is not known. */
function tryDecode(body: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body)
  } catch {
    return null
  }
}

function isCharset(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== 'utf-8'
  } catch {
    return false
  }
}

/** The charset a content type declares, in lower case; `null` where it declares none. */
function declaredCharset(contentType: string | null): string | null {
  const parameter = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')
  return parameter?.[1]?.toLowerCase() ?? null
}
