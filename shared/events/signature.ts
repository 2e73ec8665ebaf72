import { phpForm } from '../json/compact.ts'
import { parseJson } from '../json/parse.ts'
import type { SignatureResult } from '../request.ts'
import type { HeaderLookup } from './layer.ts'

/** HMAC-SHA256 in lower-case hex; texts are taken as UTF-8. */
export type Hmac = (key: string, message: Uint8Array | string) => string

export type SignedRequest = {
  /** Of the bin; `null` where none is set. */
  secret: string | null
  header: HeaderLookup
  /** As received. */
  body: Uint8Array
  /** The body as text; `null` where it is none. */
  text: string | null
  /** Whether `body` is all that was sent. */
  isWhole: boolean
  hmac: Hmac
}

/**
 * Checks `X-Webhook-Signature`: the HMAC of the body as sent or, where something on the way wrote
 * the JSON anew, of the form in which PHP would have written it. The headers, the event's name
 * among them, are not part of what is signed.
 */
export function checkSignature(request: SignedRequest): SignatureResult {
  const { secret, header, body, text, hmac } = request
  if (!secret) return { status: 'unchecked' }
  const sent = header('x-webhook-signature')?.trim()
  if (!sent) return { status: 'missing', cause: missingCause(header) }
  const digest = sent.toLowerCase()
  if (isEqual(digest, hmac(secret, body))) return { status: 'valid' }
  if (text !== null && isEqual(digest, hmac(secret, normalForm(text)))) {
    const cause = 'The body was written anew on the way: its normalised form is what was signed'
    return { status: 'valid-normalized', cause }
  }
  return { status: 'invalid', cause: invalidCause(request, digest, secret) }
}

function normalForm(text: string): string {
  return phpForm(parseJson(text))
}

const wrongNames = ['x-systeme-signature', 'x-systemeio-signature']

function missingCause(header: HeaderLookup): string {
  const wrong = wrongNames.find((name) => header(name) !== undefined)
  if (wrong) return `The signature is sent as ${wrong}; systeme.io calls it X-Webhook-Signature`
  return 'There is no header X-Webhook-Signature; automation rules never sign, account webhooks always'
}

function invalidCause(request: SignedRequest, digest: string, secret: string): string {
  const { body, text, isWhole, hmac } = request
  const prefix = /^[\w-]+=(?=[\da-f]{64}$)/.exec(digest)?.[0]
  if (prefix) {
    const isRight = isEqual(digest.slice(prefix.length), hmac(secret, body))
    return `It has the prefix ${prefix}, which systeme.io never writes; the rest is ${isRight ? 'right' : 'wrong, too'}`
  }
  if (!/^[\da-f]{64}$/.test(digest)) return `It is not 64 hexadecimal digits${likeness(digest)}`
  if (!isWhole) return 'Only a part of the body arrived or was kept, so that it cannot be checked'
  const trimmed = secret.trim()
  if (trimmed !== secret && isEqual(digest, hmac(trimmed, body))) {
    return 'The secret of this bin has white space around it; without it the signature is right'
  }
  if (isEqual(digest, hmac(secret, withFractions(normalForm(text ?? ''))))) {
    return 'The body was written anew on the way by something that made 0 of 0.0; else it is right'
  }
  return 'Another secret was used, or the body was altered on the way'
}

/** PHP writes the VAT of a sale as a fraction, JavaScript and its like without: `0.0`, `0`. */
function withFractions(normalForm: string): string {
  return normalForm.replace(/("vat":-?\d+)(?=[,}])/g, '$1.0')
}

/** What something that is no digest of SHA-256 in hexadecimal looks like. */
function likeness(digest: string): string {
  if (/^[\w+/-]{43}=?$/.test(digest)) return ': it looks like base64'
  const name = /^[\da-f]+$/.test(digest) ? digestNames.get(digest.length) : undefined
  return name ? `: it is as long as one of ${name}` : ''
}

const digestNames = new Map([
  [32, 'MD5'],
  [40, 'SHA-1'],
  [96, 'SHA-384'],
  [128, 'SHA-512'],
])

/** Takes as long for a wrong digest as for a right one. */
function isEqual(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}
