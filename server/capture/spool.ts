import type { IncomingMessage } from 'node:http'
import { StoreError } from '../store/store.ts'
import type { BodyRules, ReceivedBody } from './received-body.ts'

/** A body that goes on for so many times the limit is not even counted any more. */
const countAtMost = 10

/**
 * Receives a long body piece by piece, waiting for the store, so that memory stays bounded.
 * @param gathered what has arrived before
 * @throws StoreError
 */
export async function spool(
  req: IncomingMessage,
  gathered: Buffer[],
  { limit, openBody }: BodyRules,
): Promise<ReceivedBody> {
  const writer = await openBody()
  let size = 0
  const take = async (chunk: Buffer) => {
    const room = limit - size
    size += chunk.length
    if (room > 0) await writer.write(chunk.length > room ? chunk.subarray(0, room) : chunk)
    return size <= limit * countAtMost
  }
  try {
    for (const chunk of gathered) await take(chunk)
    await takeRest(req, take)
    const kept = await writer.finish()
    const overrun = size > limit * countAtMost
    return { kept, size, truncated: size > limit, aborted: !req.complete && !overrun }
  } catch (error) {
    await writer.discard()
    throw error
  }
}

async function takeRest(req: IncomingMessage, take: (chunk: Buffer) => Promise<boolean>) {
  try {
    const chunks: AsyncIterable<Buffer> = req.iterator({ destroyOnReturn: false })
    for await (const chunk of chunks) if (!(await take(chunk))) return
  } catch (error) {
    // A sender that goes away is no failure: what it sent is kept, and flagged.
    if (error instanceof StoreError || !req.destroyed) throw error
  }
}
