import type { Arrival } from '../../shared/attempts/arrival.ts'
import { itemOf } from '../../shared/attempts/item.ts'
import { headerValues } from '../../shared/headers.ts'
import { BinMemory } from '../inspect/bin-memory.ts'
import type { Inspector } from '../inspect/inspector.ts'
import type { Store, StoredEntry } from '../store/store.ts'

/** Requests of one bin that are remembered; it holds half as many by default. */
const mostArrivals = 20_000

/** Remembers of each request what tells whether it was delivered before. */
export function createArrivalMemory(store: Store, inspector: Inspector): BinMemory<Arrival[]> {
  return new BinMemory<Arrival[]>(store, inspector, {
    start: () => [],
    async learn(arrivals, entry) {
      // A copy, since a text that was cut out of a body keeps the whole body in memory.
      arrivals.push(structuredClone(await arrivalOf(inspector, entry)))
      if (arrivals.length > mostArrivals) arrivals.splice(0, mostArrivals / 2)
    },
  })
}

async function arrivalOf(inspector: Inspector, entry: StoredEntry): Promise<Arrival> {
  const { seq, receivedAt, method, rawHeaders, size, sha256 } = entry.request
  const [document, another] = await inspector.documents(entry)
  const one = document && !another ? document : null
  const trigger = one?.event.trigger ?? null
  return {
    seq,
    receivedAt,
    method,
    size,
    sha256,
    messageId: headerValues(rawHeaders, 'x-webhook-message-id')[0] ?? null,
    event: one?.event ?? null,
    item: one && trigger !== null ? itemOf(one.doc, one.node, trigger) : null,
  }
}
