import type { SearchSubject } from '../search/subject.ts'
import type { Value } from './scenario.ts'

/** What scenarios look at of one request. */
export type Moment = {
  seq: number
  /** Milliseconds since 1970. */
  receivedAt: number
  /** The same, as the event tells it. */
  occurredAt: number | null
  /** Trigger, or type, of its first event; else its method and path. */
  event: string
  contact: string | null
  /** The values at each path that a scenario asks for. */
  values: ReadonlyMap<string, readonly Value[]>
}

/** What a request is called: the trigger or type of its first event, else its method and path. */
export function eventNameOf({ events: [event], method, path }: SearchSubject): string {
  return (event && (event.trigger ?? event.type)) || `${method} ${path}`
}
