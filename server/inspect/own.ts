import type { Layer } from '../../shared/events/layer.ts'
import type { Judgement } from '../../shared/events/verdict.ts'
import { headerValues } from '../../shared/headers.ts'
import { isCheckable } from '../../shared/own-shape/check.ts'
import { judgeOwn } from '../../shared/own-shape/judge-own.ts'
import { readMatch } from '../../shared/own-shape/match.ts'
import { mayBeOwn } from '../../shared/own-shape/may-be-own.ts'
import type { OwnShape } from '../../shared/own-shape/own-shape.ts'
import { InvalidSchema, type ReadSchema, readSchema } from '../../shared/own-shape/read-schema.ts'
import { matchSearch } from '../../shared/search/match.ts'
import type { SearchQuery } from '../../shared/search/query.ts'
import type { SearchSubject } from '../../shared/search/subject.ts'
import { candidatesOf } from './candidates.ts'

type Ready = { query: SearchQuery; schema: ReadSchema }

/** Shapes as they are used: reading one takes longer than asking it. */
const ready = new WeakMap<OwnShape, Ready | null>()

/**
 * A judgement by the first own shape of the bin that matches, where no document describes what came
 * and it is one JSON value or a form; else the judgement as it is.
 * @param subject makes the request as searches see it, judged without own shapes
 */
export function judgeByOwn(
  judgement: Judgement,
  rawHeaders: readonly string[],
  shapes: readonly OwnShape[],
  subject: () => SearchSubject,
): Judgement {
  const layer = shapes.length > 0 ? undescribedLayer(judgement, rawHeaders) : null
  if (!layer) return judgement
  const asked = subject()
  for (const shape of shapes) {
    const known = readyOf(shape)
    if (!known || !matchSearch(known.query, asked, 0)) continue
    if (!isCheckable(layer.doc, layer.node, known.schema)) return judgement
    return judgeOwn(judgement, layer, shape, known.schema)
  }
  return judgement
}

/** The value that a shape can describe, where no document does; wrappers are taken off. */
export function undescribedLayer(
  judgement: Judgement,
  rawHeaders: readonly string[],
): Layer | null {
  const contentType = headerValues(rawHeaders, 'content-type')[0] ?? null
  if (!mayBeOwn(judgement, contentType)) return null
  const [candidate, another] = candidatesOf(judgement.text, rawHeaders)
  return candidate && !another ? candidate.layer : null
}

function readyOf(shape: OwnShape): Ready | null {
  const known = ready.get(shape)
  if (known !== undefined) return known
  const made = read(shape)
  ready.set(shape, made)
  return made
}

/** `null` for a shape that an earlier version took and this one does not. */
function read(shape: OwnShape): Ready | null {
  const match = readMatch(shape.match)
  if ('error' in match) return null
  try {
    return { query: match.query, schema: readSchema(shape.schema) }
  } catch (error) {
    if (!(error instanceof InvalidSchema)) throw error
    return null
  }
}
