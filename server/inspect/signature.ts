import { createHmac } from 'node:crypto'
import { checkSignature } from '../../shared/events/signature.ts'
import type { Judgement } from '../../shared/events/verdict.ts'
import { headerValues } from '../../shared/headers.ts'
import type { SignatureResult, StoredRequest } from '../../shared/request.ts'
import { isTooLarge } from './inspect.ts'

/** Outcome of checking a request's signature with the secret of its bin. */
export function signatureOf(
  request: StoredRequest,
  body: Buffer,
  text: Judgement['text'],
  secret: string | null,
): SignatureResult {
  const { rawHeaders, flags } = request
  return checkSignature({
    secret,
    body,
    text,
    hmac,
    header: (name) => headerValues(rawHeaders, name)[0],
    isWhole: !flags.includes('truncated') && !flags.includes('aborted') && !isTooLarge(request),
  })
}

/** HMAC-SHA256, hex. */
export function hmac(key: string, message: Uint8Array | string): string {
  return createHmac('sha256', key).update(message).digest('hex')
}
