import { judgeRequest, longestJudged } from '../../shared/events/judge.ts'
import type { Judgement } from '../../shared/events/verdict.ts'
import { headerValues } from '../../shared/headers.ts'
import type { BodyEncoding, StoredRequest } from '../../shared/request.ts'
import { codingsOf, ContentError, decodeContent } from './content.ts'

/** A body with its content encoding taken off, as far as that could be done. */
export type Content = { bytes: Buffer; encoding?: BodyEncoding }

/** What is made of a request's bytes. Derived, never stored: better shapes judge old requests too. */
export type Inspected = Content & { contentType: string | null; judgement: Judgement }

/** Whether a body is too large to be looked into: it is kept and handed out, and never read whole. */
export function isTooLarge({ storedSize }: StoredRequest): boolean {
  return storedSize > longestJudged
}

/** Takes the content encoding off; where that fails, the bytes stay as they came. */
export async function contentOf(request: StoredRequest, body: Buffer): Promise<Content> {
  const codings = codingsOf(request.rawHeaders)
  if (codings.length === 0) return { bytes: body }
  if (isTooLarge(request)) {
    return { bytes: body, encoding: { codings, decodedSize: null, fault: 'too-large' } }
  }
  try {
    const bytes = await decodeContent(body, codings)
    return { bytes, encoding: { codings, decodedSize: bytes.length } }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return { bytes: body, encoding: { codings, decodedSize: null, fault: error.fault } }
  }
}

/** Judges a request by its content. */
export function inspect(request: StoredRequest, content: Content): Inspected {
  const { rawHeaders } = request
  const contentType = headerValues(rawHeaders, 'content-type')[0] ?? null
  const header = (name: string) => headerValues(rawHeaders, name)[0]
  return {
    ...content,
    contentType,
    judgement: isTooLarge(request)
      ? unread
      : judgeRequest({ body: content.bytes, contentType, header }),
  }
}

const unread: Judgement = {
  text: null,
  charset: null,
  event: null,
  events: [],
  verdict: 'none',
  issues: [],
  issueCount: 0,
}
