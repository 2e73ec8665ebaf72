import { createTurns } from './turns.ts'
import type { RangeQuery, Store, StoredEntry } from '../store/store.ts'

const batch = 100

/**
 * Requests of a bin with their bodies, batch by batch: memory stays bounded, and captures get their
 * turn in between.
 */
export async function* scan(
  store: Pick<Store, 'read'>,
  bin: string,
  range: Omit<RangeQuery, 'limit'>,
): AsyncGenerator<StoredEntry> {
  const turn = createTurns()
  let { after, before } = range
  for (;;) {
    const entries = await store.read(bin, { after, before, order: range.order, limit: batch })
    for (const entry of entries) {
      await turn()
      yield entry
    }
    const last = entries.at(-1)?.request.seq
    if (last === undefined || entries.length < batch) return
    if (range.order === 'asc') after = last
    else before = last
  }
}
