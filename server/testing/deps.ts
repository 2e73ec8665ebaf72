import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { defaultReply } from '../../shared/bin.ts'
import type { RequestHead } from '../../shared/request.ts'
import type { ControlDeps } from '../http/deps.ts'
import { Rates, defaultRates } from '../http/rates.ts'
import { createEgress } from '../egress/egress.ts'
import { Outbox } from '../egress/outbox.ts'
import { createReplySteps } from '../replies/steps.ts'
import type { Limits } from '../store/limits.ts'
import { createMemoryStore } from '../store/memory.ts'
import type { BinRecord, Store } from '../store/store.ts'

/** What the control plane needs, for tests of its parts. */
export function testDeps(store: Store = createMemoryStore()): ControlDeps {
  return {
    store,
    config: {
      version: '0.0.0',
      host: '127.0.0.1',
      publicUrl: null,
      allowedHosts: [],
      trustProxy: [],
      maxSocketsPerAddress: 100,
    },
    now: Date.now,
    random: randomBytes,
    address: () => ({ host: '127.0.0.1', port: 1 }),
    replySteps: createReplySteps(),
    rejections: { of: () => [] },
    rates: new Rates(defaultRates, Date.now, () => ({ ip: '127.0.0.1', isOutside: false })),
    outbox: new Outbox({ egress: closedEgress(), now: Date.now }),
    webRoot: 'no-such-folder',
    log: pino({ level: 'silent' }),
  }
}

/** Nothing may be sent anywhere. */
function closedEgress() {
  return createEgress({
    policy: { targets: [], anyPublic: false, isOwn: () => false },
    lookup: async () => [],
    self: () => ({ host: '127.0.0.1', port: 1 }),
  })
}

/** A store that forgets, with limits of a test's own. */
export function testStore(limits: Partial<Limits>): Store {
  return createMemoryStore({ limits })
}

export const testBin: BinRecord = {
  id: 'shop',
  name: 'shop',
  visibility: 'link',
  createdAt: 0,
  expiresAt: null,
  ownerKeyHash: '',
  secret: null,
  reply: defaultReply,
}

/** The head of a request to that bin. */
export function testHead(change: Partial<RequestHead> = {}): RequestHead {
  return {
    receivedAt: 0,
    completedAt: 0,
    method: 'POST',
    target: '/bin/shop',
    httpVersion: '1.1',
    rawHeaders: ['Host', 'x'],
    rawTrailers: [],
    peer: { address: '127.0.0.1', port: 1 },
    size: 0,
    flags: [],
    reply: { status: 200, delay: 0, outcome: 'sent' },
    ...change,
  }
}
