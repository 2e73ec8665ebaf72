import type { PlainFormat } from './plain-format.ts'

/** Types as JSON Schema names them. */
export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null'

/** The request in which something was seen. */
export type Sighting = {
  seq: number
  /** When it was received: RFC 3339. */
  at: string
}

/** How often something was seen, and when. */
export type Seen = { count: number; first: Sighting; last: Sighting }

/** Everything that was seen at one place of the documents of a trigger. */
export type ObservedNode = Seen & {
  types: Map<JsonType, Seen>
  /** The latest value, as written; empty for objects and arrays. */
  example: string
  /** Values as JSON, with how often each was seen; `null` where they are too many or too long. */
  values: Map<string, number> | null
  /** The format that every text had so far; `undefined` before the first. */
  format: PlainFormat | null | undefined
  members: Map<string, ObservedNode>
  /** All elements of all arrays here. */
  items: ObservedNode | null
  /** Whether something here had more entries than are looked at. */
  isCut: boolean
}

/** What keeps the memory of a hostile sender's documents small. */
export type ObservedLimits = {
  /** Objects and arrays inside each other. */
  depth: number
  /** Members of one object and elements of one array that are looked at. */
  entries: number
  /** Different values of one place that are remembered; with more, none is. */
  values: number
  /** Longest value that is remembered, as it is written, and longest key. */
  length: number
}

/** How many more places may be remembered; several shapes can share it. */
export type Room = { left: number }

export const usualRoom = 2000

export const usualLimits: ObservedLimits = {
  depth: 32,
  entries: 1000,
  values: 20,
  length: 100,
}

/** Something seen for the first time. */
export function seenOnce(sighting: Sighting): Seen {
  return { count: 1, first: sighting, last: sighting }
}

/** Counts one more sighting; they may come in any order. */
export function seeAgain(seen: Seen, sighting: Sighting): void {
  seen.count++
  if (sighting.seq < seen.first.seq) seen.first = sighting
  if (sighting.seq > seen.last.seq) seen.last = sighting
}
