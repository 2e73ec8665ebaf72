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
import type { Inspected } from './inspect.ts'
import { timestamp } from './time.ts'

/** Largest body that is given inside JSON, in bytes; larger ones are fetched as bytes. */
export const inlineLimit = decodedLimit

/** What was found in a body. */
export type Findings = Pick<Inspected, 'contentType' | 'encoding'> &
  Pick<Judgement, 'charset' | 'events' | 'issues'>

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

/** A body as it stands in JSON: its text, and its bytes where the text would not give them back. */
export function contentFor({ encoding, bytes, judgement }: Inspected, body: Buffer, most: number) {
  if (Math.max(body.length, bytes.length) > most) return {}
  const { text, charset } = judgement
  const isExact = text !== null && charset === 'utf-8' && !encoding
  return {
    ...(text !== null && { text }),
    ...(!isExact && { base64: body.toString('base64') }),
  }
}
