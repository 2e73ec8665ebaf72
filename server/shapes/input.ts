import type { JsonSchema } from '../../shared/events/schema.ts'
import type { ChangeShapeInput } from '../../shared/input.ts'
import { readMatch } from '../../shared/own-shape/match.ts'
import { InvalidSchema, readSchema } from '../../shared/own-shape/read-schema.ts'
import { HttpProblem } from '../http/problem.ts'

/**
 * Refuses a match that cannot be read, and a schema that cannot be checked.
 * @throws HttpProblem `invalid-search` | `invalid-input`, with the place
 */
export function checkShapeInput({ match, schema }: ChangeShapeInput): void {
  if (match !== undefined) checkMatch(match)
  if (schema !== undefined) checkSchema(schema)
}

function checkMatch(match: string): void {
  const read = readMatch(match)
  if (!('error' in read)) return
  const { message, start } = read.error
  throw new HttpProblem('invalid-search', `${message}.`, { pointer: '/match', position: start })
}

function checkSchema(schema: JsonSchema): void {
  try {
    readSchema(schema)
  } catch (error) {
    if (!(error instanceof InvalidSchema)) throw error
    const pointer = `/schema${error.pointer}`
    throw new HttpProblem('invalid-input', `${pointer}: ${error.message}.`, {
      pointer,
      cause: error,
    })
  }
}
