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
  const faults = Value.Errors(schema, input).map(missingAsPlace)
  // The deepest place tells most: what lies above it is wrong because of it.
  const pointer = faults.map((fault) => fault.instancePath).reduce(deeper, '')
  const words = wordsOf(faults.filter((fault) => fault.instancePath === pointer))
  throw new HttpProblem('invalid-input', `${pointer || 'The input'} ${words}.`, { pointer })
}

/** What is missing is told at its own place, not at that of the object around it. */
function missingAsPlace(fault: Fault): Fault {
  const [name] = listFrom(fault.params, 'requiredProperties')
  if (typeof name !== 'string') return fault
  const instancePath = `${fault.instancePath}/${name}`
  return { ...fault, instancePath, message: 'is missing' }
}

function deeper(one: string, other: string): string {
  return other.split('/').length > one.split('/').length ? other : one
}

function wordsOf(faults: Fault[]): string {
  if (faults.some((fault) => fault.keyword === 'boolean')) return 'is not known here'
  const values = faults.flatMap(({ params }) => [
    ...('allowedValue' in params ? [params.allowedValue] : []),
    ...listFrom(params, 'allowedValues'),
  ])
  if (values.length > 0)
    return `must be one of ${values.map((value) => JSON.stringify(value)).join(', ')}`
  const types = faults.flatMap(({ params }) => ('type' in params ? [String(params.type)] : []))
  if (types.length > 0) return `must be ${types.join(' or ')}`
  return faults[0]?.message ?? 'is not valid'
}

function listFrom(params: object, name: string): unknown[] {
  const list: unknown = Reflect.get(params, name)
  return Array.isArray(list) ? list : []
}
