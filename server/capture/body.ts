import type { IncomingMessage } from 'node:http'
import type { BodyRules, ReceivedBody } from './received-body.ts'
import { spool } from './spool.ts'

/** Longer bodies are not gathered in memory. */
const gatherAtMost = 64 * 1024

const nothing = Buffer.alloc(0)

/**
 * Receives the body of a request: short ones in memory, long ones straight into the store.
 * @param arrived called once, with the body or with the error that the store threw
 */
export function receiveBody(
  req: IncomingMessage,
  rules: BodyRules,
  arrived: (body: ReceivedBody | Error) => void,
): void {
  const room = Math.min(gatherAtMost, rules.limit)
  const chunks: Buffer[] = []
  let size = 0
  const finish = () =>
    arrived({ kept: join(chunks), size, truncated: false, aborted: !req.complete })
  const gather = (chunk: Buffer) => {
    chunks.push(chunk)
    size += chunk.length
    if (size <= room) return
    req.off('data', gather).off('end', finish).off('error', finish).pause()
    spool(req, chunks, rules).then(arrived, arrived)
  }
  req.on('data', gather).on('end', finish).on('error', finish)
}

function join(chunks: Buffer[]): Buffer {
  const [first = nothing] = chunks
  return chunks.length > 1 ? Buffer.concat(chunks) : first
}
