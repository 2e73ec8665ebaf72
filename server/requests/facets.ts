import type { EventSummary, Verdict } from '../../shared/events/verdict.ts'
import { timelineOf, type Facets, type Moment } from '../../shared/facets.ts'
import type { BinRecord } from '../store/store.ts'
import type { RequestContext } from '../inspect/context.ts'
import { searchFrom } from './search.ts'

/** The newest so many requests are looked at: as many as a bin holds unless it is told otherwise. */
const mostLooked = 10_000
const mostEvents = 50
/** Events that are told apart while counting: senders can make up any number of types. */
const mostKinds = 1000

/**
 * Counts what matches a search, by verdict, by event and over time.
 * @throws HttpProblem `invalid-search`
 */
export async function readFacets(
  context: RequestContext,
  bin: BinRecord,
  query: URLSearchParams,
): Promise<Facets> {
  const { inspector } = context
  const search = searchFrom(context, query)
  const moments: Moment[] = []
  const events = new Map<string, Facets['events'][number]>()
  let looked = 0
  let complete = true
  for await (const entry of inspector.entries(bin.id, { order: 'desc' })) {
    if (looked === mostLooked) {
      complete = false
      break
    }
    looked += 1
    if (!(await search.matches(entry))) continue
    const { verdict, event } = await inspector.summary(entry)
    moments.push({ at: entry.request.receivedAt, verdict })
    if (event) countEvent(events, event)
  }
  return {
    total: moments.length,
    looked,
    complete,
    verdicts: verdictsOf(moments),
    events: [...events.values()].sort(byCount).slice(0, mostEvents),
    timeline: timelineOf(moments),
  }
}

function countEvent(
  events: Map<string, Facets['events'][number]>,
  { trigger, type, label }: EventSummary,
): void {
  const key = JSON.stringify([trigger, type])
  const known = events.get(key)
  if (known) known.count += 1
  else if (events.size < mostKinds) events.set(key, { trigger, type, label, count: 1 })
}

function verdictsOf(moments: readonly Moment[]): Facets['verdicts'] {
  const counts = new Map<Verdict, number>()
  for (const { verdict } of moments) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return [...counts].map(([verdict, count]) => ({ verdict, count })).sort(byCount)
}

function byCount(a: { count: number }, b: { count: number }): number {
  return b.count - a.count
}
