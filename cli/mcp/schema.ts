import { RpcError, rpcCodes } from './protocol.ts'

type Property = {
  type: 'string' | 'integer'
  description: string
  minimum?: number
  maximum?: number
}

/** Arguments of a tool, as JSON Schema. */
export type ArgumentSchema = {
  type: 'object'
  properties: Record<string, Property>
  required: string[]
  additionalProperties: false
}

/** Arguments that were held against their schema. */
export type Arguments = {
  text(name: string): string | undefined
  integer(name: string): number | undefined
}

export function schemaOf(properties: Record<string, Property>, required: string[]): ArgumentSchema {
  return { type: 'object', properties, required, additionalProperties: false }
}

/** @throws RpcError that names the first argument that does not fit */
export function readArguments(schema: ArgumentSchema, given: Record<string, unknown>): Arguments {
  const missing = schema.required.find((name) => !Object.hasOwn(given, name))
  if (missing !== undefined) throw wrong(`"${missing}" is missing.`)
  for (const [name, value] of Object.entries(given)) {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined
    if (!property) throw wrong(`There is no argument "${name}".`)
    if (!fits(property, value)) throw wrong(`"${name}" is not ${describe(property)}.`)
  }
  return {
    text: (name) => (typeof given[name] === 'string' ? given[name] : undefined),
    integer: (name) => (typeof given[name] === 'number' ? given[name] : undefined),
  }
}

function fits({ type, minimum = 0, maximum = Infinity }: Property, value: unknown): boolean {
  if (type === 'string') return typeof value === 'string'
  return Number.isSafeInteger(value) && Number(value) >= minimum && Number(value) <= maximum
}

function describe({ type, minimum = 0, maximum }: Property): string {
  if (type === 'string') return 'a string'
  return `an integer of at least ${minimum}${maximum === undefined ? '' : ` and at most ${maximum}`}`
}

function wrong(message: string): RpcError {
  return new RpcError(rpcCodes.params, message)
}
