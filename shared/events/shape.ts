import type { Format } from './format.ts'
import type { Severity } from './verdict.ts'

/**
 * A documented structure. One declaration gives the check, the JSON Schema, the table for people
 * and, as `T`, the TypeScript type of the values that fit.
 */
export type Shape<T = unknown> = ShapeNode & { readonly '~value'?: T }

/** The TypeScript type of the values that fit a shape. */
export type ValueOf<S> = S extends Shape<infer T> ? T : never

export type ShapeNode = ObjectShape | ListShape | MapShape | ScalarShape | UnseenShape | ChoiceShape

type Described = {
  /** Whether null is documented. */
  nullable: boolean
  /** For the reader of the table. */
  remark: string
}

export type ObjectShape = Described & {
  kind: 'object'
  members: readonly Member[]
  /** Place of each name in `members`. */
  index: ReadonlyMap<string, number>
  /** Whether keys that are not listed are nothing to speak of. */
  open: boolean
}

export type Member = {
  name: string
  shape: Shape
  /** What its absence weighs; `null` where it may be absent. */
  missing: Severity | null
  /** A documented member that this one, a newer variant, stands for. */
  replaces?: string
  /** Why it should not be there, where that is documented. */
  unwanted?: string
}

export type ListShape = Described & { kind: 'list'; item: Shape }

/** Contact fields: slug → text. PHP writes an empty one as `[]`. */
export type MapShape = Described & { kind: 'map'; formats: Readonly<Record<string, Format>> }

export type ScalarShape = Described & {
  kind: 'string' | 'integer' | 'number' | 'boolean'
  format?: Format
  /** Values seen so far; others are news, not mistakes. */
  known?: readonly string[]
  /** The only value. */
  constant?: string
  /** Another type that some senders use: a warning instead of an error. */
  unusual?: 'number' | 'string'
}

/** Only null was ever seen here: an integer, a text or an object is news, the rest is wrong. */
export type UnseenShape = Described & { kind: 'unseen' }

/** An object whose members depend on the ending of the text at `key`. */
export type ChoiceShape = Described & {
  kind: 'choice'
  key: string
  cases: readonly (readonly [ending: string, shape: ObjectShape])[]
  otherwise: ObjectShape
}

type Optional<T = unknown> = Omit<Member, 'name' | 'shape'> & { shape: Shape<T> }
type Members = Readonly<Record<string, Shape | Optional>>
type OptionalNames<M> = { [K in keyof M]: M[K] extends Optional ? K : never }[keyof M]
type ObjectOf<M> = {
  [K in Exclude<keyof M, OptionalNames<M>>]: ValueOf<M[K]>
} & {
  [K in OptionalNames<M>]?: M[K] extends Optional<infer T> ? T : never
}

const plain: Described = { nullable: false, remark: '' }

/** An object of which every member is always there, unless it is marked `sometimes`. */
export function object<const M extends Members>(members: M): ObjectShape & Shape<ObjectOf<M>> {
  const list = Object.entries(members).map(([name, member]) =>
    'kind' in member ? { name, shape: member, missing: 'error' as const } : { name, ...member },
  )
  const index = new Map(list.map(({ name }, i) => [name, i]))
  return { ...plain, kind: 'object', members: list, index, open: false }
}

/** An object of which nothing is documented. */
export function anyObject(): Shape<Record<string, unknown>> {
  return { ...plain, kind: 'object', members: [], index: new Map(), open: true }
}

/** A member that may be absent; its absence is reported where `missing` names a severity. */
export function sometimes<T>(shape: Shape<T>, missing: Severity | null = null): Optional<T> {
  return { shape, missing }
}

/** A member of a newer variant that takes the place of a documented one. */
export function insteadOf<T>(replaces: string, shape: Shape<T>): Optional<T> {
  return { shape, missing: null, replaces }
}

/** A member that is documented to be absent; its presence is news. */
export function absent<T>(unwanted: string, shape: Shape<T>): Optional<T> {
  return { shape, missing: null, unwanted }
}

export function list<T>(item: Shape<T>): Shape<T[]> {
  return { ...plain, kind: 'list', item }
}

/** Contact fields, with formats for some of the slugs. */
export function slugMap(formats: Record<string, Format>): Shape<Record<string, string> | []> {
  return { ...plain, kind: 'map', formats, remark: 'slug → text; [] when there are none' }
}

type TextOptions = { format?: Format; unusual?: 'number' }

export function text(options: TextOptions = {}): Shape<string> {
  return { ...plain, kind: 'string', ...options }
}

/** A text of which some values are known; the list stays open. */
export function oneOf(...known: string[]): Shape<string> {
  return { ...plain, kind: 'string', known }
}

export function constant<const T extends string>(value: T): Shape<T> {
  return { ...plain, kind: 'string', constant: value }
}

export function integer(options: { unusual?: 'string' } = {}): Shape<number> {
  return { ...plain, kind: 'integer', ...options }
}

export function number(): Shape<number> {
  return { ...plain, kind: 'number' }
}

export function boolean(): Shape<boolean> {
  return { ...plain, kind: 'boolean' }
}

type Unseen = null | number | string | Record<string, unknown>

export function unseen(remark: string): Shape<Unseen> {
  return { kind: 'unseen', nullable: true, remark: `only null seen; ${remark}` }
}

/** Chooses an object shape by the ending of the text at `key`. */
export function choice<C, O>(
  key: string,
  cases: Readonly<Record<string, ObjectShape & Shape<C>>>,
  otherwise: ObjectShape & Shape<O>,
): Shape<C | O> {
  return { ...plain, kind: 'choice', key, cases: Object.entries(cases), otherwise }
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return { ...shape, nullable: true }
}

export function remarked<T>(remark: string, shape: Shape<T>): Shape<T> {
  return { ...shape, remark }
}
