import { jsonIn } from '../../shared/events/json-in.ts'
import { claimsForm } from '../../shared/events/media.ts'
import type { JsonSchema } from '../../shared/events/schema.ts'
import { isKind, Kind } from '../../shared/json/document.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { schemaFrom } from '../../shared/own-shape/generate.ts'
import { mayBeOwn } from '../../shared/own-shape/may-be-own.ts'
import { ownShapeLimits, type OwnShape } from '../../shared/own-shape/own-shape.ts'
import { suggestMatch } from '../../shared/own-shape/suggest-match.ts'
import type { Problem } from '../../shared/problem.ts'
import type { RequestDetail } from '../../shared/request.ts'

/** A shape as it is being written; the schema as text. */
export type ShapeForm = { name: string; match: string; schema: string }
export type ShapeField = keyof ShapeForm

/** What is wrong, and with which field; `null`: with none of them. */
export type ShapeError = { field: ShapeField | null; text: string }

/** What a form says; what is left empty is left out. */
export type ShapeInput = { name: string; match?: string; schema?: JsonSchema }

/** Why the schema of a form cannot be sent. */
export type SchemaFault = { isJson: boolean; reason: string }

/** Whether the shape of a request is for its bin to say: JSON or a form, and no document describes it. */
export function isExpectable({ verdict, body }: RequestDetail): boolean {
  if (!mayBeOwn({ verdict }, body.contentType)) return false
  const isForm = claimsForm(body.contentType) && (body.text ?? '') !== ''
  return isForm || /^[\ufeff\s]*[{[]/.test(body.text?.slice(0, 1000) ?? '')
}

/**
 * What is suggested for requests like this one. A body in wrappers leaves match and schema empty:
 * the server, which takes them off, makes both.
 */
export function draftForm({ events, body, rawHeaders }: RequestDetail): ShapeForm {
  const unknown = events.find(({ trigger }) => trigger === null)
  const name = unknown?.type.slice(0, ownShapeLimits.name) ?? ''
  const doc = parseJson(jsonIn(body.text ?? '', body.contentType).text)
  if (doc.error || !isKind(doc, 0, Kind.object)) return { name, match: '', schema: '' }
  // A shape has a name: a title would be a second one, which does not follow.
  const { title: _, ...unnamed } = schemaFrom(doc, 0, name)
  const schema = schemaText(unnamed)
  return {
    name,
    match: suggestMatch({ rawHeaders, doc, node: 0 }),
    schema: schema.length > ownShapeLimits.length ? '' : schema,
  }
}

export function formOf({ name, match, schema }: OwnShape): ShapeForm {
  return { name, match, schema: schemaText(schema) }
}

function schemaText(schema: JsonSchema): string {
  return JSON.stringify(schema, null, 2)
}

/** Reads a form, as far as the page can tell; the rest is for the server to check. */
export function readForm(form: ShapeForm): { input: ShapeInput } | { fault: SchemaFault } {
  const match = form.match.trim()
  const input: ShapeInput = { name: form.name.trim(), ...(match === '' ? {} : { match }) }
  if (form.schema.trim() === '') return { input }
  try {
    const schema: unknown = JSON.parse(form.schema)
    if (isObject(schema)) return { input: { ...input, schema } }
    return { fault: { isJson: true, reason: '' } }
  } catch (error) {
    // `JSON.parse` throws nothing but errors, which tell the place.
    return { fault: { isJson: false, reason: (error as Error).message } }
  }
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The field that a problem is about; `null` where it is about none of them. */
export function fieldOf({ pointer }: Pick<Problem, 'pointer'>): ShapeField | null {
  const first = pointer?.split('/')[1]
  return first === 'name' || first === 'match' || first === 'schema' ? first : null
}
