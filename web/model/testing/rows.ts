import type { Bin } from '../../../shared/bin.ts'
import { defaultReply } from '../../../shared/bin.ts'
import type { RequestSummary } from '../../../shared/request.ts'

/** A row that has nothing special but what is given. */
export function row(given: Partial<RequestSummary> & { seq: number }): RequestSummary {
  return {
    id: `a-bin.${given.seq}`,
    receivedAt: '2026-01-01T00:00:00.000Z',
    method: 'POST',
    path: '/bin/a-bin',
    contentType: null,
    size: 0,
    event: null,
    verdict: 'none',
    issueCount: 0,
    source: { ip: '127.0.0.1', via: 'socket', documented: false },
    flags: [],
    pinned: false,
    ...given,
  }
}

export const aBin: Bin = {
  id: 'a-bin',
  name: 'A bin',
  captureUrl: 'http://127.0.0.1/bin/a-bin',
  inspectUrl: 'http://127.0.0.1/bin/a-bin?inspect',
  note: '',
  visibility: 'link',
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: null,
  latest: 0,
  oldest: null,
  counts: { requests: 0, bytes: 0, evicted: 0, truncated: 0, aborted: 0, rejected: 0 },
  reply: defaultReply,
  replyStep: 0,
  hasSecret: false,
  shapesRevision: 1,
  scenariosRevision: 0,
}
