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
  /** Keys that are always there, each with those that may stand for it. */
  required: readonly (readonly string[])[]
  /** The key that says what the event is about. */
  principal: string
}

const homes: readonly Home[] = catalogue.map((entry) => {
  const { members } = homeShape(entry)
  const names = new Set(members.map(({ name }) => name))
  const required = members
    .filter(({ missing }) => missing === 'error')
    .map(({ name }) => [
      name,
      ...members.filter(({ replaces }) => replaces === name).map((variant) => variant.name),
    ])
  return { entry, names, required, principal: required[0]?.[0] ?? '' }
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
  const names = others.flatMap(({ required }) => required.flat())
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
 * Types of the family that the keys at hand fit better than what the name says; else none. They fit
 * a type where all that it needs is there, and better where they hold more of it than of the named
 * one: a key too many, or one too few, is no other event.
 * @param triggers what the name says it may be
 */
export function betterTypes(
  family: Family,
  triggers: readonly Trigger[],
  keys: ReadonlySet<string>,
): string[] {
  const own = homes.filter(({ entry }) => triggers.includes(entry.trigger))
  const most = Math.max(0, ...own.map((home) => countOf(home, keys)))
  if (most === keys.size) return []
  const isAbout = own.some(({ principal }) => keys.has(principal))
  const fitting = homes.filter(
    (home) => home.entry.family === family && countOf(home, keys) === home.required.length,
  )
  const best = Math.max(...fitting.map(({ required }) => required.length))
  if (isAbout ? best <= most : best < most) return []
  const better = fitting.filter(({ required }) => required.length === best)
  return [...new Set(better.map(({ entry }) => entry.type))]
}

/** How many of the keys that an event always has are there. */
function countOf({ required }: Home, keys: ReadonlySet<string>): number {
  return required.filter((names) => names.some((name) => keys.has(name))).length
}
