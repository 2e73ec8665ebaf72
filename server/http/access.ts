import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { BinCatalogue, BinRecord } from '../store/store.ts'
import { HttpProblem } from './problem.ts'

/** What is kept of an owner key: SHA-256, hex. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Whether a key is the owner key of a bin; takes the same time whether it is or not. */
export function isOwnerKey(bin: BinRecord, key: string): boolean {
  return timingSafeEqual(Buffer.from(hashKey(key)), Buffer.from(bin.ownerKeyHash))
}

/** @throws HttpProblem `bin-not-found` */
export function findBin(bins: Pick<BinCatalogue, 'get'>, id: string): BinRecord {
  const bin = bins.get(id)
  if (bin) return bin
  throw new HttpProblem('bin-not-found', 'No bin has this id, or it has been deleted.')
}

/** @throws HttpProblem `owner-key-required` | `owner-key-wrong` */
export function requireOwner(req: IncomingMessage, bin: BinRecord): void {
  const key = bearerOf(req)
  if (key === undefined) {
    throw new HttpProblem('owner-key-required', 'Only who has the owner key may do this.', {
      headers: { 'WWW-Authenticate': 'Bearer realm="binspect"' },
    })
  }
  if (!isOwnerKey(bin, key)) {
    throw new HttpProblem('owner-key-wrong', 'This is not the owner key of this bin.')
  }
}

/** Whether a call shows the owner key of a bin. */
export function hasOwnerKey(req: IncomingMessage, bin: BinRecord | undefined): boolean {
  const key = bearerOf(req)
  return bin !== undefined && key !== undefined && isOwnerKey(bin, key)
}

function bearerOf(req: IncomingMessage): string | undefined {
  return /^bearer +(.+)$/i.exec(req.headers.authorization ?? '')?.[1]
}

/** Whoever has the id may read, unless the bin is private. @throws as `requireOwner` */
export function requireReader(req: IncomingMessage, bin: BinRecord): void {
  if (bin.visibility === 'private') requireOwner(req, bin)
}
