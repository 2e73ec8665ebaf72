import { headerPairs } from '../headers.ts'
import type { RequestDetail } from '../request.ts'
import { encodeBase64 } from './bytes.ts'

/** What a program has to send to send a request again. */
export type Sending = {
  method: string
  url: string
  /** In order, with duplicates; none that belongs to one connection, or follows from the rest. */
  headers: [name: string, value: string][]
  /** `text` where it can be read and pasted without harm, else `base64`. */
  body: { text: string } | { base64: string } | null
}

const connectionHeaders = new Set([
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'expect',
])

/** Longest body that stands in a snippet as text. */
const longestText = 100_000

// Control, bidirectional and other invisible characters: what is pasted must be what is seen.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** @param url where it goes */
export function sendingOf(request: RequestDetail, url: string): Sending {
  const { method, rawHeaders } = request
  const headers = headerPairs(rawHeaders).filter(
    ([name]) => !connectionHeaders.has(name.toLowerCase()),
  )
  return { method, url, headers, body: bodyOf(request) }
}

function bodyOf({ body }: RequestDetail): Sending['body'] {
  if (body.base64 !== undefined) return body.base64 === '' ? null : { base64: body.base64 }
  const { text = '' } = body
  if (text === '') return null
  const isPlain = text.length <= longestText && !hidden.test(text.replaceAll('\n', ''))
  return isPlain ? { text } : { base64: encodeBase64(new TextEncoder().encode(text)) }
}

/** Whether a header was sent, in whatever case. */
export function hasHeader({ headers }: Sending, name: string): boolean {
  return headers.some(([each]) => each.toLowerCase() === name.toLowerCase())
}

/** A text in double quotes, for languages that read JSON's escapes; nothing in it is hidden. */
export function quoteJson(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
