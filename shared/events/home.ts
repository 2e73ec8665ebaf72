import { catalogue, type EventEntry } from './catalogue.ts'
import type { ObjectShape, Shape } from './shape.ts'
import type { Trigger } from './trigger.ts'
import type { Family } from './verdict.ts'

/**
 * The object whose keys tell the events of a family apart: `data` of an automation event, the
 * whole body of an account webhook.
 */
type Home = {
  entry: EventEntry
  names: ReadonlySet<string>
  /** Keys that are always there. */
  required: readonly string[]
  /** The key that says what the event is about. */
  principal: string
}

const homes: readonly Home[] = catalogue.map((entry) => {
  const { members } = homeShape(entry)
  const required = members.filter(({ missing }) => missing === 'error').map(({ name }) => name)
  const names = new Set(members.map(({ name }) => name))
  return { entry, names, required, principal: required[0] ?? '' }
})

function homeShape({ family, shape }: EventEntry): ObjectShape {
  const home = family === 'account' ? shape : memberShape(shape, 'data')
  if (home?.kind !== 'object') throw new TypeError('An event needs an object that tells it apart')
  return home
}

function memberShape(shape: Shape, name: string): Shape | undefined {
  if (shape.kind !== 'object') return undefined
  return shape.members.find((member) => member.name === name)?.shape
}

const none: ReadonlySet<string> = new Set()
const foreignKeys = new Map(homes.map((home) => [home.entry.trigger, foreignTo([home])]))

/** Keys that only other events of the family have; for several triggers, none of them has. */
function foreignTo(own: readonly Home[]): ReadonlySet<string> {
  const others = homes.filter(({ entry }) => entry.family === own[0]?.entry.family)
  const names = others.flatMap(({ required }) => required)
  return new Set(names.filter((name) => own.every((home) => !home.names.has(name))))
}

/** Keys that do not belong to an event, but to another one of its family. */
export function foreignKeysOf(trigger: Trigger): ReadonlySet<string> {
  return foreignKeys.get(trigger) ?? none
}

/** The same for an event that may be any of several triggers. */
export function foreignKeysOfAll(triggers: readonly Trigger[]): ReadonlySet<string> {
  return foreignTo(homes.filter(({ entry }) => triggers.includes(entry.trigger)))
}

/**
 * Types of the family that the keys at hand fit best, where what the named events are about is not
 * there; else none.
 * @param triggers what the name says it may be
 */
export function betterTypes(
  family: Family,
  triggers: readonly Trigger[],
  has: (key: string) => boolean,
): string[] {
  const own = homes.filter(({ entry }) => triggers.includes(entry.trigger))
  if (own.some(({ principal }) => has(principal))) return []
  const fitting = homes.filter((home) => home.entry.family === family && home.required.every(has))
  const most = Math.max(...fitting.map(({ required }) => required.length))
  const best = fitting.filter(({ required }) => required.length === most)
  return [...new Set(best.map(({ entry }) => entry.type))]
}
