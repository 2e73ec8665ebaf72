import type { RequestList } from '../../shared/request-list.ts'
import { choiceFrom, integerFrom } from '../http/query.ts'
import type { BinRecord, StoredEntry } from '../store/store.ts'
import type { RequestContext } from '../inspect/context.ts'
import { searchFrom } from './search.ts'

const usualLimit = 50
const highestLimit = 500

/**
 * One page of a bin's requests, newest first unless asked otherwise.
 * @throws HttpProblem `invalid-input` | `invalid-search`
 */
export async function listRequests(
  context: RequestContext,
  bin: BinRecord,
  query: URLSearchParams,
): Promise<RequestList> {
  const limit = integerFrom(query, 'limit', { min: 1, max: highestLimit }) ?? usualLimit
  const found = await take(entriesOf(context, bin, query), limit + 1)
  const requests = await context.inspector.summaries(found.slice(0, limit))
  const state = context.deps.store.state(bin.id)
  return {
    requests,
    latest: state?.latest ?? 0,
    oldest: state?.oldest ?? null,
    next: found.length > limit ? (requests.at(-1)?.seq ?? null) : null,
  }
}

async function* entriesOf(context: RequestContext, bin: BinRecord, query: URLSearchParams) {
  const range = {
    before: integerFrom(query, 'before', { min: 0 }),
    after: integerFrom(query, 'after', { min: 0 }),
    order: choiceFrom(query, 'order', ['desc', 'asc']) ?? 'desc',
  }
  const search = searchFrom(context, query)
  for await (const entry of context.inspector.entries(bin.id, range)) {
    if (await search.matches(entry)) yield entry
  }
}

async function take(entries: AsyncIterable<StoredEntry>, limit: number): Promise<StoredEntry[]> {
  const taken: StoredEntry[] = []
  for await (const entry of entries) if (taken.push(entry) >= limit) break
  return taken
}
