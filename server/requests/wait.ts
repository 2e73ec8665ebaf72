import type { ServerResponse } from 'node:http'
import type { ClosestMiss } from '../../shared/request-list.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { findBin } from '../http/access.ts'
import { createLimit } from '../http/limit.ts'
import { HttpProblem } from '../http/problem.ts'
import { integerFrom } from '../http/query.ts'
import type { BinRecord } from '../store/store.ts'
import { createBell } from '../inspect/bell.ts'
import type { RequestContext } from '../inspect/context.ts'
import { createMisses } from './misses.ts'
import { searchFrom } from './search.ts'

const usualTimeout = 30_000
const longestTimeout = 120_000

type Asked = { res: ServerResponse; query: URLSearchParams }

/**
 * Waits for the first request after a position that a search finds; one that is there already is
 * given at once.
 * @throws HttpProblem `no-match` with the closest misses, `bin-not-found`, `shutting-down`
 */
export async function waitForRequest(
  context: RequestContext,
  bin: BinRecord,
  { res, query }: Asked,
): Promise<RequestDetail> {
  const { store } = context.deps
  const search = searchFrom(context, query)
  let after = integerFrom(query, 'after', { min: 0 }) ?? 0
  const timeout = integerFrom(query, 'timeout', { min: 0, max: longestTimeout }) ?? usualTimeout
  const limit = createLimit(timeout, res, context.closing)
  const bell = createBell(store, bin.id, limit.signal)
  const misses = createMisses()
  try {
    for (;;) {
      for await (const entry of context.inspector.entries(bin.id, { after, order: 'asc' })) {
        const { request } = entry
        const failed = await search.failed(entry)
        if (failed.length === 0) return await context.inspector.detail(entry)
        misses.add({ request, failed })
        after = request.seq
      }
      findBin(store.bins, bin.id)
      if (limit.signal.aborted) throw await unmatched(context, misses.closest())
      await bell.rung()
    }
  } finally {
    bell.remove()
    limit.remove()
  }
}

async function unmatched(
  { closing, inspector }: RequestContext,
  misses: ReturnType<ReturnType<typeof createMisses>['closest']>,
): Promise<HttpProblem> {
  if (closing.aborted) return new HttpProblem('shutting-down', 'The server stops: ask again later.')
  const closestMisses: ClosestMiss[] = []
  for (const { request, failed } of misses) {
    closestMisses.push({ request: await inspector.summary({ request, body: null }), failed })
  }
  return new HttpProblem('no-match', 'No request matched in time.', { members: { closestMisses } })
}
