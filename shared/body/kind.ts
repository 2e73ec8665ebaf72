import { claimsForm, claimsJson } from '../events/media.ts'
import { imageOf } from './image.ts'
import { boundaryOf } from './multipart.ts'

/** How a body is best looked at. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'markup' | 'image' | 'text' | 'binary'

/** Tells by what the sender says, and by the bytes where these decide. @param text `null`: it is none */
export function bodyKind(
  bytes: Uint8Array,
  text: string | null,
  contentType: string | null,
): BodyKind {
  if (boundaryOf(contentType) !== null) return 'multipart'
  if (imageOf(bytes)) return 'image'
  if (text === null) return 'binary'
  if (claimsForm(contentType)) return 'form'
  const start = text.slice(0, 1000)
  if (claimsJson(contentType) || /^[\ufeff\s]*[{[]/.test(start)) return 'json'
  if (isMarkup(contentType) || /^[\ufeff\s]*<[?!a-z]/i.test(start)) return 'markup'
  return 'text'
}

function isMarkup(contentType: string | null): boolean {
  return /^\s*[\w.-]+\/(?:[\w.-]+\+)?(?:xml|html)\s*(?:[;,]|$)/i.test(contentType ?? '')
}
