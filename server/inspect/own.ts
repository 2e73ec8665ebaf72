import type { Layer } from '../../shared/events/layer.ts'
import type { Candidate } from '../../shared/events/unwrap.ts'
import type { Judgement } from '../../shared/events/verdict.ts'
import { headerValues } from '../../shared/headers.ts'
import { areCheckable } from '../../shared/own-shape/check.ts'
import { type Described, judgeOwn } from '../../shared/own-shape/judge-own.ts'
import {
  isUndescribed,
  judgeParts,
  judgeUndescribed,
  type Part,
} from '../../shared/own-shape/judge-parts.ts'
import { readMatch } from '../../shared/own-shape/match.ts'
import { mayBeOwn } from '../../shared/own-shape/may-be-own.ts'
import type { OwnShape } from '../../shared/own-shape/own-shape.ts'
import { InvalidSchema, isOfArrays, readSchema } from '../../shared/own-shape/read-schema.ts'
import { matchSearch } from '../../shared/search/match.ts'
import type { SearchQuery } from '../../shared/search/query.ts'
import type { SearchSubject } from '../../shared/search/subject.ts'
import { candidatesOf, partsOf } from './candidates.ts'
import type { SubjectPart } from './subject.ts'

/** Makes a request, or one event of it, as searches see it, judged without own shapes. */
type SubjectOf = (part?: SubjectPart) => SearchSubject

type Ready = Described & { query: SearchQuery }

/** Shapes as they are used: reading one takes longer than asking it. */
const ready = new WeakMap<OwnShape, Ready | null>()

/**
 * A judgement by the first own shape of the bin that matches, where no document describes what came
 * and it is JSON or a form; of an array of several events each by its own. Else the judgement as it is.
 */
export function judgeByOwn(
  judgement: Judgement,
  rawHeaders: readonly string[],
  shapes: readonly OwnShape[],
  subjectOf: SubjectOf,
): Judgement {
  const usable = shapes.map(readyOf).filter((shape) => shape !== null)
  const candidates = usable.length > 0 ? undescribedIn(judgement, rawHeaders) : []
  const [one, another] = candidates
  const parts = partsOf(candidates)
  const isApart = parts !== candidates
  if (one && !another) {
    const own = describing(isApart ? usable.filter(isForArrays) : usable, subjectOf())
    if (own) return judgeWhole(judgement, one, own)
  }
  return another || isApart ? judgeEach(judgement, parts, usable, subjectOf) : judgement
}

/** The first value that a shape can describe, where no document does; wrappers are taken off. */
export function undescribedLayer(
  judgement: Judgement,
  rawHeaders: readonly string[],
): Layer | null {
  const candidates = undescribedIn(judgement, rawHeaders)
  const [one, another] = candidates
  return (another ? candidates.find(isUndescribed) : one)?.layer ?? null
}

function undescribedIn(judgement: Judgement, rawHeaders: readonly string[]): Candidate[] {
  const contentType = headerValues(rawHeaders, 'content-type')[0] ?? null
  return mayBeOwn(judgement, contentType) ? candidatesOf(judgement.text, rawHeaders) : []
}

function judgeWhole(judgement: Judgement, { layer }: Candidate, own: Described): Judgement {
  const isSmall = areCheckable([{ ...layer, schema: own.schema }])
  return isSmall ? judgeOwn(judgement, layer, own) : judgement
}

function judgeEach(
  judgement: Judgement,
  candidates: readonly Candidate[],
  shapes: readonly Ready[],
  subjectOf: SubjectOf,
): Judgement {
  const parts = candidates.map((candidate): Part => {
    if (!isUndescribed(candidate)) return { candidate, own: null }
    const found = judgeUndescribed(candidate, judgement.text ?? '')
    const own = describing(shapes, subjectOf({ ...found, ...candidate.layer }))
    return { candidate, own: own && { ...own, found } }
  })
  const checks = parts.flatMap(({ candidate: { layer }, own }) =>
    own ? [{ ...layer, schema: own.schema }] : [],
  )
  return checks.length > 0 && areCheckable(checks) ? judgeParts(judgement, parts) : judgement
}

/** The first shape that matches. */
function describing(shapes: readonly Ready[], subject: SearchSubject): Ready | null {
  return shapes.find(({ query }) => matchSearch(query, subject, 0)) ?? null
}

function isForArrays({ schema }: Ready): boolean {
  return isOfArrays(schema)
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
    return { shape, query: match.query, schema: readSchema(shape.schema) }
  } catch (error) {
    if (!(error instanceof InvalidSchema)) throw error
    return null
  }
}
