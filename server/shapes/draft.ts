import type { CreateShapeInput } from '../../shared/input.ts'
import { schemaFrom } from '../../shared/own-shape/generate.ts'
import type { OwnShape } from '../../shared/own-shape/own-shape.ts'
import { suggestMatch } from '../../shared/own-shape/suggest-match.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Inspector } from '../inspect/inspector.ts'
import type { BinRecord, Store } from '../store/store.ts'

type Draft = Omit<OwnShape, 'id'>

/**
 * What a new shape says: as it was given, the rest as a captured request has it.
 * @throws HttpProblem `invalid-input` where neither says enough
 */
export async function draftShape(
  { store, inspector }: { store: Store; inspector: Inspector },
  bin: BinRecord,
  { name, match, schema, from }: CreateShapeInput,
): Promise<Draft> {
  if (schema !== undefined && match !== undefined) return { name, match, schema }
  if (from === undefined) {
    throw refused('/from', 'A shape needs a match and a schema, or a request to make them of')
  }
  const request = await store.get(bin.id, from)
  if (!request) throw refused('/from', `The bin holds no request ${from}`)
  const root = await inspector.undescribed({ request, body: null })
  if (!root) throw refused('/from', `Request ${from} is no JSON, or is documented already`)
  const { doc, node } = root
  return {
    name,
    match: match ?? suggestMatch({ rawHeaders: request.rawHeaders, doc, node }),
    schema: schema ?? schemaFrom(doc, node, name),
  }
}

function refused(pointer: string, detail: string): HttpProblem {
  return new HttpProblem('invalid-input', `${detail}.`, { pointer })
}
