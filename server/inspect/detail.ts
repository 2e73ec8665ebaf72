import type {
  RequestBody,
  RequestDetail,
  RequestSummary,
  SignatureResult,
  StoredRequest,
  Withheld,
} from '../../shared/request.ts'
import { parseTarget } from '../http/target.ts'
import type { Judgement } from '../../shared/events/verdict.ts'
import { decodedLimit } from './content.ts'
import type { Content, Inspected } from './inspect.ts'
import { timestamp } from './time.ts'

/** Largest body that is given inside JSON, in bytes; larger ones are fetched as bytes. */
export const inlineLimit = decodedLimit

/** What was found in a body. */
export type Findings = Pick<Inspected, 'contentType' | 'encoding'> &
  Pick<Judgement, 'charset' | 'events' | 'issues'>

export function findingsOf({ contentType, encoding, judgement }: Inspected): Findings {
  const { charset, events, issues } = judgement
  return { contentType, charset, events, issues, ...(encoding && { encoding }) }
}

export type DetailParts = {
  summary: RequestSummary
  findings: Findings
  /** The body itself, where it is wanted. */
  content: BodyContent
  notes: string
  signature: SignatureResult
  withheld: Withheld | undefined
}

type BodyContent = Pick<RequestBody, 'text' | 'base64'>

/** The whole request, as the API gives it. */
export function viewDetail(request: StoredRequest, parts: DetailParts): RequestDetail {
  const { summary, findings, content, notes, signature } = parts
  return {
    ...summary,
    completedAt: timestamp(request.completedAt),
    target: request.target,
    suffix: summary.path.slice(`/bin/${request.bin}`.length),
    httpVersion: request.httpVersion,
    rawHeaders: request.rawHeaders,
    trailers: request.rawTrailers,
    query: [...new URLSearchParams(parseTarget(request.target).search)],
    peer: request.peer,
    body: {
      ...viewBody(request, findings, content),
      ...(parts.withheld && { withheld: parts.withheld }),
    },
    events: findings.events,
    issues: findings.issues,
    signature,
    reply: request.reply,
    notes,
  }
}

function viewBody(
  request: StoredRequest,
  { contentType, charset, encoding }: Findings,
  content: BodyContent,
): RequestBody {
  return {
    size: request.size,
    sha256: request.sha256,
    truncated: request.flags.includes('truncated'),
    contentType,
    charset,
    ...content,
    ...(encoding && { encoding }),
  }
}

/** A body with its text, as far as it is one. */
type ReadBody = Content & { body: Buffer; text: string | null; charset: string | null }

/**
 * A body as it stands in JSON: its text, and its bytes where the text would not give them back.
 * @param most bytes; nothing of a longer one
 */
export function contentFor({ body, bytes, encoding, text, charset }: ReadBody, most: number) {
  if (Math.max(body.length, bytes.length) > most) return {}
  const isExact = text !== null && charset === 'utf-8' && !encoding
  return {
    ...(text !== null && { text }),
    ...(!isExact && { base64: body.toString('base64') }),
  }
}
