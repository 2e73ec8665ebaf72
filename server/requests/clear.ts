import { integerFrom } from '../http/query.ts'
import type { BinRecord, Store } from '../store/store.ts'

/**
 * Deletes all requests of a bin, or all up to a number.
 * @throws HttpProblem `invalid-input`
 */
export async function clearRequests(
  store: Store,
  { id }: BinRecord,
  query: URLSearchParams,
): Promise<void> {
  const upTo = integerFrom(query, 'upTo', { min: 1 })
  const latest = store.state(id)?.latest ?? 0
  if (upTo === undefined || upTo >= latest) await store.remove(id, 'all')
  else await removeUpTo(store, id, upTo)
}

async function removeUpTo(store: Store, id: string, upTo: number): Promise<void> {
  for (;;) {
    const entries = await store.read(id, { order: 'asc', before: upTo + 1, limit: 1000 })
    if (entries.length === 0) return
    const removed = await store.remove(
      id,
      entries.map(({ request }) => request.seq),
    )
    // Somebody else has removed them meanwhile: the next reading tells.
    if (removed === 0) return
  }
}
