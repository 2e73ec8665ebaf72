import { InvalidPattern } from '../pattern/node.ts'
import type { Steps } from '../pattern/run.ts'
import { joinPointer } from '../json/pointer.ts'
import { checkedFormats, faultOf, refusedKeywords, supportedKeywords } from './keywords.ts'
import { ownShapeLimits } from './own-shape.ts'
import { PatternsReader, type Refinement } from './patterns.ts'

/** A schema with its references followed and nothing in it that is not checked. */
export type PlainSchema = boolean | { [keyword: string]: unknown }

/** A schema that may be held against what strangers send. */
export type ReadSchema = {
  schema: PlainSchema
  /** Schemas inside it: times the size of a document, what judging costs. */
  size: number
  /** What its regular expressions may still spend: filled up by who checks. */
  steps: Steps
}

/** Why something is no schema for an own shape, and where. */
export class InvalidSchema extends Error {
  /** RFC 6901, into the schema. */
  readonly pointer: string

  /** @param path keys to the place, outermost first */
  constructor(message: string, path: readonly string[] = []) {
    super(message)
    this.name = 'InvalidSchema'
    this.pointer = joinPointer(path.toReversed())
  }
}

/**
 * Reads JSON Schema 2020-12, as far as it can be checked in a bounded time: no recursion, and references only into the schema itself.
 * @throws InvalidSchema with the place and the reason
 */
export function readSchema(input: unknown): ReadSchema {
  if (!isRecord(input)) throw new InvalidSchema('A schema must be an object')
  const { depth, length } = ownShapeLimits
  if (isDeeper(input, depth)) throw new InvalidSchema(`At most ${depth} levels are read`)
  if (JSON.stringify(input).length > length) {
    throw new InvalidSchema(`A schema has at most ${length} characters`)
  }
  const reader = new SchemaReader(input)
  return { schema: reader.read(input, [], 0), size: reader.size, steps: reader.patterns.steps }
}

/** Whether a schema says that it is one of arrays. */
export function isOfArrays({ schema }: ReadSchema): boolean {
  if (typeof schema === 'boolean') return false
  if ('type' in schema) return [schema['type']].flat().includes('array')
  return ['items', 'prefixItems', 'minItems', 'maxItems'].some((keyword) => keyword in schema)
}

class SchemaReader {
  size = 0
  readonly patterns = new PatternsReader()
  readonly #root: Record<string, unknown>

  constructor(root: Record<string, unknown>) {
    this.#root = root
  }

  read(input: unknown, path: readonly string[], depth: number): PlainSchema {
    if (typeof input === 'boolean') return input
    if (!isRecord(input)) throw new InvalidSchema('Expected a schema', path)
    if (++this.size > ownShapeLimits.schemas || depth > ownShapeLimits.depth) {
      throw new InvalidSchema('The schema is too large, or refers to itself', path)
    }
    const entries = Object.entries(input).flatMap(([keyword, value]) => {
      const plain = this.#valueOf(keyword, value, [...path, keyword], depth + 1)
      if (plain === undefined) return []
      return [[keyword === 'pattern' ? '~refine' : keyword, plain] as const]
    })
    const schema = Object.fromEntries(entries)
    return '$ref' in input ? this.#joined(schema, input['$ref'], path, depth) : schema
  }

  /** `undefined` for what is ignored. */
  #valueOf(keyword: string, value: unknown, path: readonly string[], depth: number): unknown {
    const reason = refusedKeywords.get(keyword)
    if (reason !== undefined) throw new InvalidSchema(`"${keyword}": ${reason}`, path)
    const kind = supportedKeywords.get(keyword)
    if (kind === undefined) return undefined
    if (kind === 'schema') return this.read(value, path, depth)
    if (kind === 'schemas') return this.#list(value, path, depth)
    if (kind === 'schemas by name') return this.#named(value, path, depth)
    const fault = faultOf(kind, value)
    if (fault !== null) throw new InvalidSchema(`"${keyword}" must be ${fault}`, path)
    if (kind === 'pattern') return this.#pattern(String(value), path)
    return keyword === 'format' && !checkedFormats.has(value) ? undefined : value
  }

  #pattern(source: string, path: readonly string[]): Refinement[] {
    try {
      return this.patterns.read(source)
    } catch (error) {
      if (!(error instanceof InvalidPattern)) throw error
      throw new InvalidSchema(`"pattern": ${error.message}`, path)
    }
  }

  #list(value: unknown, path: readonly string[], depth: number): PlainSchema[] {
    if (!Array.isArray(value) || value.length === 0) {
      throw new InvalidSchema('Expected an array of schemas', path)
    }
    return value.map((each, place) => this.read(each, [...path, String(place)], depth))
  }

  #named(value: unknown, path: readonly string[], depth: number): Record<string, PlainSchema> {
    if (!isRecord(value)) throw new InvalidSchema('Expected an object of schemas', path)
    const schemas = Object.entries(value).map(
      ([name, each]) => [name, this.read(each, [...path, name], depth)] as const,
    )
    return Object.fromEntries(schemas)
  }

  /** The reference and what stands beside it both hold. */
  #joined(
    schema: Record<string, unknown>,
    reference: unknown,
    path: readonly string[],
    depth: number,
  ): PlainSchema {
    const place = [...path, '$ref']
    const target = this.read(this.#find(reference, place), place, depth + 1)
    return Object.keys(schema).length === 0 ? target : { allOf: [schema, target] }
  }

  #find(reference: unknown, path: readonly string[]): unknown {
    const [, ...tokens] = String(reference).split('/')
    let found: unknown = this.#root
    for (const token of tokens) {
      const key = decoded(token).replaceAll('~1', '/').replaceAll('~0', '~')
      found = isContainer(found) && Object.hasOwn(found, key) ? found[key] : undefined
    }
    if (found !== undefined && /^#(?:\/|$)/.test(String(reference))) return found
    throw new InvalidSchema('A reference must be a pointer into this schema: #/$defs/…', path)
  }
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token)
  } catch {
    return token
  }
}

function isDeeper(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((each) => (isContainer(each) ? Object.values(each) : []))
  }
  return false
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isContainer(value) && !Array.isArray(value)
}
