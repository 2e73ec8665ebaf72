import { decodeBody } from '../events/decode.ts'
import { claimsForm, claimsJson, looksLikeJson } from '../events/media.ts'
import { headerPairs, headerValues } from '../headers.ts'
import type { RequestHead, Withheld } from '../request.ts'
import { maskPairs } from './form.ts'
import { maskHeader } from './headers.ts'
import { maskJson } from './json.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import type { Literals } from './literals.ts'
import { kindOfKey } from './rules.ts'
import { decode, maskText } from './text.ts'

/** Longest body that is looked through, in bytes. */
export const maskLimit = 4 * 1024 * 1024

export type MaskedRequest<Head extends RequestHead> = {
  head: Head
  body: Uint8Array
  /** Why the body is not there. */
  withheld: Withheld | null
  literals: Literals
}

/**
 * A request as a stranger may see it: everything that is shown of it is then worked out of this.
 * @param body `null` where it is too large to be read into memory
 * @param literals texts to be replaced wherever they stand; those of the request are added
 */
export function maskRequest<Head extends RequestHead>(
  head: Head,
  body: Uint8Array | null,
  pseudonym: Pseudonyms,
  literals: Literals = new Map(),
): MaskedRequest<Head> {
  // Done twice: what each tells of a person is then hidden in the other.
  maskTarget(head.target, pseudonym, literals)
  const masked = maskBody(head, body, pseudonym, literals)
  const bytes = new TextEncoder().encode('text' in masked ? masked.text : '')
  const headers = (raw: string[]) =>
    headerPairs(raw).flatMap(([name, value]) => [
      latin1(maskText(name, pseudonym, literals)),
      /^content-length$/i.test(name)
        ? String(bytes.length)
        : latin1(maskHeader(name, value, pseudonym, literals)),
    ])
  return {
    head: {
      ...head,
      target: maskTarget(head.target, pseudonym, literals),
      rawHeaders: headers(head.rawHeaders),
      rawTrailers: headers(head.rawTrailers),
      peer: { address: pseudonym('ip', head.peer.address), port: 0 },
      size: bytes.length,
    },
    body: bytes,
    withheld: 'withheld' in masked ? masked.withheld : null,
    literals,
  }
}

/** Only what is JSON or a form says where its values are: of anything else nothing is shown. */
function maskBody(
  { rawHeaders }: RequestHead,
  body: Uint8Array | null,
  pseudonym: Pseudonyms,
  literals: Literals,
): { text: string } | { withheld: Withheld } {
  if (body === null || body.length > maskLimit) return { withheld: 'too-large' }
  if (body.length === 0) return { text: '' }
  const type = headerValues(rawHeaders, 'content-type')[0] ?? null
  if (headerValues(rawHeaders, 'content-encoding').some(isCoding)) return { withheld: 'encoded' }
  const { text, charset } = decodeBody(body, type)
  if (text === null || charset !== 'utf-8') return { withheld: 'binary' }
  if (text.trim() === '') return { text }
  if (claimsJson(type) || looksLikeJson(text)) {
    const json = maskJson(text, pseudonym, literals)
    return json === null ? { withheld: 'unreadable' } : { text: json }
  }
  if (!claimsForm(type)) return { withheld: 'unknown-form' }
  maskPairs(text, pseudonym, literals)
  return { text: maskPairs(text, pseudonym, literals) }
}

function isCoding(value: string): boolean {
  return value.trim() !== '' && value.trim().toLowerCase() !== 'identity'
}

function maskTarget(target: string, pseudonym: Pseudonyms, literals: Literals): string {
  const [whole, fragment] = split(target, '#')
  const [path, query] = split(whole, '?')
  const masked = path
    .split('/')
    .map((part, index, parts) => {
      const kind = kindOfKey(decode(parts[index - 1] ?? ''), null)
      return kind && part !== ''
        ? encodeURIComponent(pseudonym(kind, decode(part)))
        : maskPairs(part, pseudonym, literals)
    })
    .join('/')
  const asked = query === null ? '' : `?${maskPairs(query, pseudonym, literals)}`
  return masked + asked + (fragment === null ? '' : '#masked')
}

function split(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
}

/** Headers are one character a byte. */
function latin1(text: string): string {
  return text.replace(/[^\x00-\xFF]/g, '?')
}
