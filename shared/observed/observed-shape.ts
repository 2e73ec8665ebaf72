import { quote } from '../events/describe.ts'
import {
  elements,
  isKind,
  type JsonTape,
  Kind,
  kindOf,
  members,
  rawAt,
  stringAt,
} from '../json/document.ts'
import { detached } from './detached.ts'
import {
  type JsonType,
  type ObservedLimits,
  type ObservedNode,
  type Room,
  seeAgain,
  seenOnce,
  type Sighting,
  usualLimits,
  usualRoom,
} from './observed.ts'
import { plainFormatOf } from './plain-format.ts'

/**
 * What the documents of one trigger really look like: folded one by one, in any order, into a
 * memory of bounded size.
 */
export class ObservedShape {
  root: ObservedNode | null = null
  /** Sightings of places that found no room. */
  omitted = 0
  readonly #room: Room
  readonly #limits: ObservedLimits

  constructor(room: Room = { left: usualRoom }, limits: ObservedLimits = usualLimits) {
    this.#room = room
    this.#limits = limits
  }

  get documents(): number {
    return this.root?.count ?? 0
  }

  /** Adds a document. @param node its root, or the event in it */
  fold(doc: JsonTape, node: number, sighting: Sighting): void {
    this.root = this.#see(this.root, doc, node, sighting, 0)
  }

  #see(
    known: ObservedNode | null,
    doc: JsonTape,
    node: number,
    sighting: Sighting,
    depth: number,
  ): ObservedNode {
    const place = known ?? createNode(sighting)
    if (!known) this.#room.left--
    const type = typeOf(doc, node)
    if (!known || sighting.seq > known.last.seq) place.example = exampleOf(doc, node)
    if (known) seeAgain(place, sighting)
    const seen = place.types.get(type)
    if (seen) seeAgain(seen, sighting)
    else place.types.set(type, seenOnce(sighting))
    if (type === 'object') this.#seeMembers(place, doc, node, sighting, depth)
    else if (type === 'array') this.#seeItems(place, doc, node, sighting, depth)
    else this.#seeScalar(place, doc, node, type)
    return place
  }

  #seeMembers(
    place: ObservedNode,
    doc: JsonTape,
    object: number,
    sighting: Sighting,
    depth: number,
  ): void {
    const entries = new Map<string, number>()
    for (const [key, value] of members(doc, object)) {
      if (entries.size >= this.#limits.entries) {
        place.isCut = true
        break
      }
      // Of a repeated key the last value counts, as it does for nearly every reader.
      entries.set(stringAt(doc, key), value)
    }
    for (const [name, value] of entries) {
      const known = place.members.get(name) ?? null
      if (!known && !this.#hasRoom(depth, name)) this.omitted++
      else {
        const member = this.#see(known, doc, value, sighting, depth + 1)
        if (!known) place.members.set(detached(name), member)
      }
    }
  }

  #seeItems(
    place: ObservedNode,
    doc: JsonTape,
    array: number,
    sighting: Sighting,
    depth: number,
  ): void {
    let count = 0
    for (const item of elements(doc, array)) {
      if (++count > this.#limits.entries) {
        place.isCut = true
        return
      }
      if (!place.items && !this.#hasRoom(depth, '')) this.omitted++
      else place.items = this.#see(place.items, doc, item, sighting, depth + 1)
    }
  }

  #seeScalar(place: ObservedNode, doc: JsonTape, node: number, type: JsonType): void {
    if (type === 'null') return
    const isText = type === 'string'
    const raw = rawAt(doc, node)
    if (isText && place.format !== null) {
      const format = plainFormatOf(stringAt(doc, node))
      place.format = place.format === undefined || place.format === format ? format : null
    }
    if (raw.length > this.#limits.length) place.values = null
    if (!place.values) return
    // However it was escaped, the same text is the same value.
    const value = isText && raw.includes('\\') ? JSON.stringify(stringAt(doc, node)) : raw
    const count = place.values.get(value)
    if (count !== undefined) place.values.set(value, count + 1)
    else if (place.values.size < this.#limits.values) place.values.set(detached(value), 1)
    else place.values = null
  }

  #hasRoom(depth: number, key: string): boolean {
    const limits = this.#limits
    return this.#room.left > 0 && depth < limits.depth && key.length <= limits.length
  }
}

function createNode(sighting: Sighting): ObservedNode {
  return {
    ...seenOnce(sighting),
    types: new Map(),
    example: '',
    values: new Map(),
    format: undefined,
    members: new Map(),
    items: null,
    isCut: false,
  }
}

function exampleOf(doc: JsonTape, node: number): string {
  const isContainer = isKind(doc, node, Kind.object) || isKind(doc, node, Kind.array)
  return isContainer ? '' : quote(rawAt(doc, node))
}

/** By value, as JSON Schema has it: `1.0` is an integer. */
function typeOf(doc: JsonTape, node: number): JsonType {
  const kind = kindOf(doc, node)
  if (kind === 'true' || kind === 'false') return 'boolean'
  if (kind === 'number') return Number.isInteger(Number(rawAt(doc, node))) ? 'integer' : 'number'
  return kind === 'key' ? 'string' : kind
}
