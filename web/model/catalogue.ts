import type { EventInfo } from '../../shared/events/info.ts'
import type { Client } from '../../shared/client.ts'

/** The documented events, fetched once when they are first asked for. */
export type Catalogue = { read(): Promise<readonly EventInfo[]> }

export function createCatalogue(client: Client): Catalogue {
  let events: Promise<readonly EventInfo[]> | null = null
  const fetchEvents = async () => (await client('listEvents', {})).events
  return {
    read() {
      events ??= fetchEvents().catch((error: unknown) => {
        // Not remembered: the next to ask tries again.
        events = null
        throw error
      })
      return events
    },
  }
}
