import type { RangeQuery, Store, StoredEntry } from '../store/store.ts'
import { createTurns } from './turns.ts'

const batchSize = 100
/** Batches that are read while another one is worked on. */
const mostAhead = 2

/** Requests that were read together; `ready` when they are prepared. */
type Batch = { entries: StoredEntry[]; ready: Promise<void> }

/**
 * Requests of a bin with their bodies, batch by batch: memory stays bounded, and captures get their
 * turn in between. Whoever reads on beyond a batch does not wait for the next ones: they are read
 * while this one is worked on.
 * @param prepare makes what was read ready for whoever asked
 */
export async function* scan(
  store: Pick<Store, 'read'>,
  bin: string,
  { after, before, order }: Omit<RangeQuery, 'limit'>,
  prepare: (entries: StoredEntry[]) => Promise<void> = async () => {},
): AsyncGenerator<StoredEntry> {
  const read = async (from: number | undefined): Promise<Batch> => {
    const place = order === 'asc' ? { after: from, before } : { after, before: from }
    const entries = await store.read(bin, { ...place, order, limit: batchSize })
    return { entries, ready: unheard(prepare(entries)) }
  }
  // What comes while a batch that is not full is worked on belongs to the next one.
  const readOn = async (earlier: Promise<Batch | null>): Promise<Batch | null> => {
    const batch = await earlier
    return batch?.entries.length === batchSize ? read(lastOf(batch)) : null
  }
  const turn = createTurns()
  const ahead: Promise<Batch | null>[] = []
  let batch = await read(order === 'asc' ? after : before)
  for (let count = 0; batch.entries.length > 0; count++) {
    const most = count > 0 ? mostAhead : 0
    while (ahead.length < most) {
      ahead.push(unheard(readOn(ahead.at(-1) ?? Promise.resolve(batch))))
    }
    await batch.ready
    for (const entry of batch.entries) {
      await turn()
      yield entry
    }
    if (batch.entries.length < batchSize && order === 'desc') return
    batch = (await ahead.shift()) ?? (await read(lastOf(batch)))
  }
}

function lastOf({ entries }: Batch): number | undefined {
  return entries.at(-1)?.request.seq
}

/** Whoever stops reading before does not hear how it fails. */
function unheard<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {})
  return promise
}
