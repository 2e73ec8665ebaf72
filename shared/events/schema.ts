import { findEvent } from './catalogue.ts'
import type { Format } from './format.ts'
import type { ChoiceShape, MapShape, Member, ObjectShape, ScalarShape, Shape } from './shape.ts'
import type { Trigger } from './trigger.ts'

export type JsonSchema = { [keyword: string]: unknown }

/**
 * The shape of a trigger as JSON Schema 2020-12. The schema refuses exactly what is an error; what
 * is only worth a warning or an info stands in annotations: `x-recommended` (keys whose absence is
 * reported, with the severity), `x-known-values`, `x-format`, `x-unusual-type`, `x-replaces`,
 * `x-unwanted`.
 */
export function jsonSchemaOf(trigger: Trigger): JsonSchema {
  const { label, type, family, shape } = findEvent(trigger)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:binspect:event:${trigger}`,
    title: label.en,
    'x-labels': label,
    'x-family': family,
    'x-event-name': type,
    ...schemaOf(shape),
  }
}

/** A part of a shape as JSON Schema. */
export function schemaOf(shape: Shape): JsonSchema {
  const schema = bareSchemaOf(shape)
  const remarked = shape.remark === '' ? schema : { ...schema, description: shape.remark }
  return shape.nullable && shape.kind !== 'unseen' ? withNull(remarked) : remarked
}

function bareSchemaOf(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'object':
      return objectSchema(shape)
    case 'choice':
      return choiceSchema(shape)
    case 'list':
      return { type: 'array', items: schemaOf(shape.item) }
    case 'map':
      return mapSchema(shape)
    case 'unseen':
      return { type: ['null', 'integer', 'string', 'object'], 'x-seen': 'null' }
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return scalarSchema(shape)
  }
}

function objectSchema({ members, open }: ObjectShape): JsonSchema {
  const required = members.filter((member) => member.missing === 'error' && !isReplaceable(member))
  const recommended = members.filter(({ missing }) => missing === 'warning' || missing === 'info')
  const alternatives = members.filter(({ replaces }) => replaces !== undefined)

  function isReplaceable({ name }: Member): boolean {
    return members.some(({ replaces }) => replaces === name)
  }

  if (open) return { type: 'object' }
  return {
    type: 'object',
    properties: Object.fromEntries(members.map((member) => [member.name, memberSchema(member)])),
    required: required.map(({ name }) => name),
    ...(recommended.length > 0 && {
      'x-recommended': Object.fromEntries(recommended.map(({ name, missing }) => [name, missing])),
    }),
    ...(alternatives.length > 0 && {
      allOf: alternatives.map(({ name, replaces }) => ({
        anyOf: [{ required: [replaces] }, { required: [name] }],
      })),
    }),
  }
}

function memberSchema({ shape, replaces, unwanted }: Member): JsonSchema {
  return {
    ...schemaOf(shape),
    ...(replaces !== undefined && { 'x-replaces': replaces }),
    ...(unwanted !== undefined && { 'x-unwanted': unwanted }),
  }
}

/** One branch an ending, tried in the order in which the check tries them. */
function choiceSchema({ key, cases, otherwise }: ChoiceShape): JsonSchema {
  return cases.reduceRight<JsonSchema>(
    (rest, [ending, shape]) => ({
      type: 'object',
      if: { properties: { [key]: { type: 'string', pattern: `${ending}$` } }, required: [key] },
      // JSON Schema calls the branch `then`: nothing here is ever awaited.
      // oxlint-disable-next-line unicorn/no-thenable
      then: schemaOf(shape),
      else: rest,
    }),
    schemaOf(otherwise),
  )
}

function mapSchema({ formats }: MapShape): JsonSchema {
  const properties = Object.entries(formats).map(([slug, format]) => [slug, formatSchema(format)])
  return {
    anyOf: [
      { type: 'object', properties: Object.fromEntries(properties), 'x-values': 'string' },
      { type: 'array', maxItems: 0 },
    ],
  }
}

function scalarSchema({ kind, format, known, constant, unusual }: ScalarShape): JsonSchema {
  return {
    type: unusual ? [kind, unusual] : kind,
    ...(constant !== undefined && { const: constant }),
    ...(format && formatSchema(format)),
    ...(known && { 'x-known-values': known }),
    ...(unusual && { 'x-unusual-type': unusual }),
  }
}

const formatSchemas: Record<Format['name'], JsonSchema> = {
  email: { format: 'email' },
  ip: { anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] },
  'date-time': { format: 'date-time' },
  currency: { pattern: '^[a-z]{3}$' },
  country: { pattern: '^([A-Z]{2})?$' },
}

function formatSchema({ name, severity }: Format): JsonSchema {
  return severity === 'error' ? formatSchemas[name] : { 'x-format': formatSchemas[name] }
}

function withNull(schema: JsonSchema): JsonSchema {
  if (typeof schema['type'] === 'string' && schema['type'] !== 'object') {
    return { ...schema, type: [schema['type'], 'null'] }
  }
  return { anyOf: [schema, { type: 'null' }] }
}
