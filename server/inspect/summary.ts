import type { RequestSource, RequestSummary, StoredRequest } from '../../shared/request.ts'
import { parseTarget } from '../http/target.ts'
import type { RequestMark } from '../store/store.ts'
import type { Outline } from './inspect.ts'
import { timestamp } from './time.ts'

/** What has to be worked out of a request for its row and for searches; it never changes. */
export type Derived = Outline & { source: RequestSource }

/** One row of the list. */
export function summarize(
  request: StoredRequest,
  derived: Derived,
  mark: RequestMark,
): RequestSummary {
  return {
    seq: request.seq,
    id: `${request.bin}.${request.seq}`,
    receivedAt: timestamp(request.receivedAt),
    method: request.method,
    path: parseTarget(request.target).path,
    contentType: derived.contentType,
    size: request.size,
    event: derived.event,
    verdict: derived.verdict,
    issueCount: derived.issueCount,
    source: derived.source,
    flags: request.flags,
    pinned: mark.pinned,
  }
}
