import type { EventSummary, Judgement } from '../../shared/events/verdict.ts'
import type { JsonRoot } from '../../shared/search/subject.ts'
import { candidatesOf, partsOf } from './candidates.ts'

/** An event, and where in the JSON of its request it stands. */
export type EventDocument = JsonRoot & { event: EventSummary }

/** The place of each event of a body; none for those that were only guessed. */
export function documentsOf(
  { events, places }: Pick<Judgement, 'events' | 'places'>,
  text: string | null,
  rawHeaders: readonly string[],
): EventDocument[] {
  const candidates = candidatesOf(text, rawHeaders)
  // An own shape describes a value that nothing else knows; all other events stand in their order.
  const known =
    events[0]?.family === 'own'
      ? candidates
      : candidates.filter(({ identity }) => identity !== null)
  const parts = places ? partsOf(candidates) : known
  return events.flatMap((event, index) => {
    const layer = parts[places?.[index] ?? index]?.layer
    return layer ? [{ event, doc: layer.doc, node: layer.node }] : []
  })
}
