import type { EventSummary } from '../events/verdict.ts'
import type { Difference } from './compare.ts'
import type { Sighting } from './observed.ts'
import type { ObservedRow } from './rows.ts'

/** What was really seen of one event of a bin: its trigger, or its type where no document has one. */
export type ObservedEvent = Pick<EventSummary, 'family' | 'type' | 'trigger' | 'label'> & {
  documents: number
  first: Sighting
  last: Sighting
  rows: ObservedRow[]
  /** Against the documented shape; none where there is none. */
  differences: Difference[]
  /** Sightings of places that found no room in the memory. */
  omitted: number
}

/** `trigger`: a trigger, or the type of an event that no document describes. */
export type ObservedQuery = { trigger?: string }
