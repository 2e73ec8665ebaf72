import { defaultReply } from '../../shared/bin.ts'
import type { RequestHead } from '../../shared/request.ts'
import type { BinRecord } from './store.ts'

/** A bin record for tests. */
export function sampleBin(id: string, change: Partial<BinRecord> = {}): BinRecord {
  return {
    id,
    name: `Bin ${id}`,
    visibility: 'link',
    createdAt: Date.UTC(2025, 0, 1),
    expiresAt: null,
    ownerKeyHash: 'a'.repeat(64),
    secret: null,
    reply: defaultReply,
    ...change,
  }
}

/** A request head for tests. */
export function sampleHead(change: Partial<RequestHead> = {}): RequestHead {
  return {
    receivedAt: Date.UTC(2025, 0, 1),
    completedAt: Date.UTC(2025, 0, 1) + 3,
    method: 'POST',
    target: '/bin/orders/hook?x=1',
    httpVersion: '1.1',
    rawHeaders: ['Host', 'localhost:5050', 'X-Twice', 'a', 'x-twice', 'caf\xe9 "\\" \t'],
    rawTrailers: [],
    peer: { address: '127.0.0.1', port: 40_000 },
    size: 2,
    flags: [],
    reply: { status: 200, delay: 0, outcome: 'sent' },
    ...change,
  }
}
