import type { RequestDetail } from '../request.ts'
import { encodeBase64 } from './bytes.ts'
import { headerPairs } from '../headers.ts'

// Set by curl from the address and the body, or valid for one connection only.
const ownHeaders = new Set(['host', 'content-length', 'transfer-encoding', 'connection', 'expect'])
// Sent by curl unless told otherwise.
const curlHeaders = ['Accept', 'User-Agent', 'Content-Type', 'Expect']
// One argument may take 128 KiB on Linux.
const longestArgument = 100_000

/**
 * A command for bash or zsh that sends a request again: same method, headers in order, and body
 * byte for byte, whatever it contains.
 * @param url where it goes
 */
export function curlCommand(request: RequestDetail, url: string): string {
  const { pipe, data } = bodyOf(request)
  const words = [
    'curl',
    ...methodOf(request, data.length > 0),
    '--globoff --path-as-is',
    ...headersOf(request),
    ...data,
    quote(url),
  ]
  return `${pipe}${words.join(' ')}`
}

function methodOf({ method }: RequestDetail, hasBody: boolean): string[] {
  return method === 'HEAD' && !hasBody ? ['--head'] : [`-X ${quote(method)}`]
}

function headersOf({ rawHeaders }: RequestDetail): string[] {
  const sent = headerPairs(rawHeaders).filter(([name]) => !ownHeaders.has(name.toLowerCase()))
  const names = new Set(sent.map(([name]) => name.toLowerCase()))
  const withheld = curlHeaders.filter((name) => !names.has(name.toLowerCase()))
  return [
    // A semicolon makes curl send a header without a value; a colon would drop it.
    ...sent.map(([name, value]) => `-H ${quoteBytes(value ? `${name}: ${value}` : `${name};`)}`),
    ...withheld.map((name) => `-H '${name}:'`),
  ]
}

function bodyOf({ body }: RequestDetail): { pipe: string; data: string[] } {
  if (body.base64 === undefined) {
    const { text = '' } = body
    if (text === '') return { pipe: '', data: [] }
    const isPlain = !text.includes('\0') && text.length <= longestArgument
    if (isPlain) return { pipe: '', data: [`--data-raw ${quote(text)}`] }
  }
  const base64 = body.base64 ?? encodeBase64(new TextEncoder().encode(body.text ?? ''))
  return { pipe: `printf '%s' '${base64}' | base64 -d | `, data: ['--data-binary @-'] }
}

/** A text as one word of bash: plain quotes where they do, `$'…'` where something needs escaping. */
function quote(text: string): string {
  if (/^[\w./:@%+,=-]+$/.test(text) && !text.startsWith('-')) return text
  if (/^[\x20-\x7e]*$/.test(text) && !/['!\\]/.test(text)) return `'${text}'`
  const escaped = Array.from(text, (character) => escapes.get(character) ?? escapeHidden(character))
  return `$'${escaped.join('')}'`
}

/** The same for a text that holds one character a byte. */
function quoteBytes(text: string): string {
  if (!/[\x80-\xff]/.test(text)) return quote(text)
  const escaped = Array.from(text, (character) =>
    character >= '\x80' ? hex(character.charCodeAt(0)) : (escapes.get(character) ?? character),
  )
  return `$'${escaped.join('')}'`
}

const escapes = new Map([
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  // Interactive shells would look it up in their history.
  ['!', '\\x21'],
])

// Control, bidirectional and other invisible characters: what is pasted must be what is seen.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

function escapeHidden(character: string): string {
  if (!hidden.test(character)) return character
  return Array.from(new TextEncoder().encode(character), hex).join('')
}

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`
}
