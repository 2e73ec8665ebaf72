import type { EventSummary } from '../../shared/events/verdict.ts'
import type { Sighting } from '../../shared/observed/observed.ts'
import { ObservedShape } from '../../shared/observed/observed-shape.ts'
import { BinMemory } from '../inspect/bin-memory.ts'
import type { EventDocument } from '../inspect/documents.ts'
import type { Inspector } from '../inspect/inspector.ts'
import { timestamp } from '../inspect/time.ts'
import type { Store } from '../store/store.ts'

/** What was seen of one event. */
export type EventDrift = {
  event: EventSummary
  shape: ObservedShape
  first: Sighting
  last: Sighting
}

/** What was seen of all events of a bin, by trigger and type. */
export type Drift = {
  readonly events: Map<string, EventDrift>
  /** Places that all of them may still take. */
  readonly room: { left: number }
}

/** Events of one bin that are told apart: there are seventeen documented ones. */
const mostEvents = 50
const mostPlaces = 3000
const longestType = 100

/** Learns what the events of bins really look like. */
export function createDriftMemory(store: Store, inspector: Inspector): BinMemory<Drift> {
  return new BinMemory<Drift>(store, inspector, {
    start: () => ({ events: new Map(), room: { left: mostPlaces } }),
    async learn(drift, entry) {
      const { seq, receivedAt } = entry.request
      const sighting = { seq, at: timestamp(receivedAt) }
      for (const document of await inspector.documents(entry)) see(drift, document, sighting)
    },
  })
}

function see({ events, room }: Drift, { event, doc, node }: EventDocument, sighting: Sighting) {
  const { trigger, type } = event
  if (type === '' || type.length > longestType) return
  const key = JSON.stringify([trigger, type])
  const known = events.get(key)
  if (!known && events.size >= mostEvents) return
  const shape = known?.shape ?? new ObservedShape(room)
  shape.fold(doc, node, sighting)
  events.set(key, { event, shape, first: known?.first ?? sighting, last: sighting })
}
