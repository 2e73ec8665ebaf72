import { createTurns } from './turns.ts'
import type { RangeQuery, Store, StoredEntry } from '../store/store.ts'

const batch = 100

/**
 * Requests of a bin with their bodies, batch by batch: memory stays bounded, and captures get their
 * turn in between. Whoever reads on beyond a batch does not wait for the next one: it is read while
 * this one is worked on.
 */
export async function* scan(
  store: Pick<Store, 'read'>,
  bin: string,
  { after, before, order }: Omit<RangeQuery, 'limit'>,
): AsyncGenerator<StoredEntry> {
  const turn = createTurns()
  const read = (from: number | undefined) => {
    const place = order === 'asc' ? { after: from, before } : { after, before: from }
    return store.read(bin, { ...place, order, limit: batch })
  }
  let entries = await read(order === 'asc' ? after : before)
  for (let count = 0; ; count++) {
    const last = entries.at(-1)?.request.seq
    if (last === undefined) return
    // What comes while a batch that is not full is worked on belongs to the next one.
    const isAhead = count > 0 && entries.length === batch
    const ahead = isAhead ? read(last) : undefined
    // Whoever stops reading here does not hear of it.
    ahead?.catch(() => {})
    for (const entry of entries) {
      await turn()
      yield entry
    }
    if (entries.length < batch && order === 'desc') return
    entries = await (ahead ?? read(last))
  }
}
