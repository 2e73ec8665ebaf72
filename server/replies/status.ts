import { STATUS_CODES } from 'node:http'
import type { FixedReply } from '../../shared/bin.ts'

/**
 * The reply that a bare status stands for: the bin's fixed reply where it has that status, else a
 * line of text that names it, held back as long as the fixed reply.
 */
export function replyOfStatus(status: number, fixed: FixedReply): FixedReply {
  if (status === fixed.status) return fixed
  return {
    status,
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: `${status} ${STATUS_CODES[status] ?? 'Status'}\n`,
    delay: fixed.delay,
  }
}
