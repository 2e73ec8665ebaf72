import { judgeRequest, longestJudged } from '../../shared/events/judge.ts'
import type { IssueCode, Judgement } from '../../shared/events/verdict.ts'
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
  const { contentType, judgement } = judgeBody(
    request.rawHeaders,
    isTooLarge(request) ? null : content.bytes,
  )
  return { ...content, contentType, judgement }
}

/** Judges a body, its content encoding taken off, by the documents; `null` for one that is not read. */
export function judgeBody(rawHeaders: readonly string[], body: Uint8Array | null) {
  const contentType = headerValues(rawHeaders, 'content-type')[0] ?? null
  const header = (name: string) => headerValues(rawHeaders, name)[0]
  return { contentType, judgement: body ? judgeRequest({ body, contentType, header }) : unread }
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

/** What rows of the list and searches need of a judgement. */
export type Outline = Pick<Judgement, 'event' | 'events' | 'places' | 'verdict' | 'issueCount'> &
  Pick<Inspected, 'contentType'> & { codes: IssueCode[] }

export function outlineOf({
  contentType,
  judgement,
}: Pick<Inspected, 'contentType' | 'judgement'>): Outline {
  const { event, events, places, verdict, issues, issueCount } = judgement
  const codes = [...new Set(issues.map((issue) => issue.code))]
  return { contentType, event, events, ...(places && { places }), verdict, codes, issueCount }
}
