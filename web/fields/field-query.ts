import type { ObservedEvent } from '../../shared/observed/observed-event.ts'
import { jsonTerm, quoted } from '../../shared/search/term.ts'

/**
 * The search for the requests of an event that have a value at a path; `null` where the search
 * language has no words for the path.
 * @param path as observed: `data.resources[].type`, `data["odd key"]`
 * @param value as JSON
 */
export function fieldQuery(event: EventName, path: string, value: string): string | null {
  const term = jsonTerm(segmentsOf(path), valueTerm(value))
  // An address, where the search goes, cannot say half a surrogate pair.
  return term && !/\p{Cs}/u.test(term) ? `${eventTerm(event)} ${term}` : null
}

type EventName = Pick<ObservedEvent, 'trigger' | 'type'>

function eventTerm({ trigger, type }: EventName): string {
  return trigger === null ? `event:${quoted(type)}` : `trigger:${trigger}`
}

/** Keys of an observed path; any element of an array is `*`. */
function segmentsOf(path: string): string[] {
  const found = path.matchAll(/\[("(?:[^"\\]|\\.)*")\]|(\[\])|[^.[\]]+/gu)
  return [...found].map(([segment, key, element]) => {
    if (element !== undefined) return '*'
    return key === undefined ? segment : String(JSON.parse(key))
  })
}

function valueTerm(value: string): string {
  const parsed: unknown = value.startsWith('"') ? JSON.parse(value) : null
  return typeof parsed === 'string' ? quoted(parsed) : value
}
