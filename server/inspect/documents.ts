import type { EventSummary } from '../../shared/events/verdict.ts'
import type { JsonRoot } from '../../shared/search/subject.ts'
import { candidatesOf } from './candidates.ts'

/** An event, and where in the JSON of its request it stands. */
export type EventDocument = JsonRoot & { event: EventSummary }

/** The place of each event of a body; none for those that were only guessed. */
export function documentsOf(
  events: readonly EventSummary[],
  text: string | null,
  rawHeaders: readonly string[],
): EventDocument[] {
  const candidates = candidatesOf(text, rawHeaders)
  // An own shape describes a value that nothing else knows; all other events stand in their order.
  const known =
    events[0]?.family === 'own'
      ? candidates
      : candidates.filter(({ identity }) => identity !== null)
  return known.flatMap(({ layer }, place) => {
    const found = events[place]
    return found ? [{ event: found, doc: layer.doc, node: layer.node }] : []
  })
}
