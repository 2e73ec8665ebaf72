import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { HttpProblem } from './problem.ts'

type Fault = { keyword: string; instancePath: string; message: string; params: object }

/**
 * Holds an input against its schema.
 * @throws HttpProblem `invalid-input` with a pointer and plain words
 */
export function readInput<Schema extends TSchema>(schema: Schema, input: unknown): Static<Schema> {
  if (Value.Check(schema, input)) return input
  const faults: Fault[] = Value.Errors(schema, input)
  // The deepest place tells most: what lies above it is wrong because of it.
  const pointer = faults.map((fault) => fault.instancePath).reduce(deeper, '')
  const words = wordsOf(faults.filter((fault) => fault.instancePath === pointer))
  throw new HttpProblem('invalid-input', `${pointer || 'The input'} ${words}.`, { pointer })
}

function deeper(one: string, other: string): string {
  return other.split('/').length > one.split('/').length ? other : one
}

function wordsOf(faults: Fault[]): string {
  if (faults.some((fault) => fault.keyword === 'boolean')) return 'is not known here'
  const values = faults.flatMap((fault) => allowedBy(fault)).map((value) => JSON.stringify(value))
  if (values.length > 0) return `must be one of ${values.join(', ')}`
  const types = faults.flatMap((fault) =>
    'type' in fault.params ? [String(fault.params.type)] : [],
  )
  if (types.length > 0) return `must be ${types.join(' or ')}`
  return faults[0]?.message ?? 'is not valid'
}

function allowedBy({ params }: Fault): unknown[] {
  if ('allowedValue' in params) return [params.allowedValue]
  return 'allowedValues' in params && Array.isArray(params.allowedValues)
    ? params.allowedValues
    : []
}
