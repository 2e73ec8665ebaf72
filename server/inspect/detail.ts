import type {
  RequestBody,
  RequestDetail,
  RequestSummary,
  SignatureResult,
  StoredRequest,
} from '../../shared/request.ts'
import { parseTarget } from '../http/target.ts'
import type { Inspected } from './inspect.ts'
import { timestamp } from './time.ts'

/** Longest body that is given inside JSON, in bytes; longer ones are downloaded. */
const inlineLimit = 16 * 1024 * 1024

type Parts = {
  summary: RequestSummary
  inspected: Inspected
  /** The kept bytes. */
  body: Buffer
  notes: string
  signature: SignatureResult
}

/** The whole request, as the API gives it. */
export function viewDetail(request: StoredRequest, parts: Parts): RequestDetail {
  const { summary, inspected, body, notes, signature } = parts
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
    body: viewBody(request, inspected, body),
    events: inspected.judgement.events,
    issues: inspected.judgement.issues,
    signature,
    reply: request.reply,
    notes,
  }
}

function viewBody(request: StoredRequest, inspected: Inspected, body: Buffer): RequestBody {
  const { contentType, encoding, judgement } = inspected
  return {
    size: request.size,
    sha256: request.sha256,
    truncated: request.flags.includes('truncated'),
    contentType,
    charset: judgement.charset,
    ...(body.length <= inlineLimit && bytesOf(inspected, body)),
    ...(encoding && { encoding }),
  }
}

function bytesOf({ encoding, judgement }: Inspected, body: Buffer) {
  const { text, charset } = judgement
  const isExact = text !== null && charset === 'utf-8' && !encoding
  return {
    ...(text !== null && { text }),
    ...(!isExact && { base64: body.toString('base64') }),
  }
}
