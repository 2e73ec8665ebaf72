/** One key of a documented shape. */
export type ShapeRow = { path: string; types: string; required: boolean; remark: string }

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  const?: unknown
  enum?: unknown[]
  format?: string
  description?: string
}

/** The keys of a JSON Schema in order, each by its path; alternatives follow each other. */
export function shapeRows(schema: unknown, path = ''): ShapeRow[] {
  // The schema is the server's own: keywords that this does not know are passed over.
  const { properties = {}, required = [], items, anyOf, oneOf } = (schema ?? {}) as Schema
  const own = Object.entries(properties).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`
    const row = { path: at, types: typesOf(inner), required: required.includes(key) }
    return [{ ...row, remark: remarkOf(inner) }, ...shapeRows(inner, at)]
  })
  const ofItems = items ? shapeRows(items, `${path}[]`) : []
  const alternatives = [...(anyOf ?? []), ...(oneOf ?? [])].flatMap((one) => shapeRows(one, path))
  return unique([...own, ...ofItems, ...alternatives])
}

function typesOf({ type, anyOf, oneOf, ...rest }: Schema): string {
  const own = type === undefined ? [] : [type].flat()
  const inner = [...(anyOf ?? []), ...(oneOf ?? [])].map(typesOf)
  const constant = 'const' in rest ? [JSON.stringify(rest.const)] : []
  return [...new Set(constant.length > 0 ? constant : [...own, ...inner])].join(' | ')
}

function remarkOf({ description, format, enum: values }: Schema): string {
  const known = values?.map((value) => JSON.stringify(value)).join(', ')
  return [description, format, known].filter(Boolean).join(' · ')
}

function unique(rows: ShapeRow[]): ShapeRow[] {
  return [...new Map(rows.map((row) => [`${row.path} ${row.types}`, row])).values()]
}
