import { Type } from 'typebox'
import type { JsonSchema } from '../events/schema.ts'
import { patternLimits } from '../pattern/regular-expression.ts'
import { scenarioLimits as limits, valueTypes } from './scenario.ts'

const closed = { additionalProperties: false }
const time = Type.String({
  pattern: String.raw`^\s*(?=[\d.]*[1-9])\d{1,7}(\.\d{1,3})?(ms|s|m|h|d)\s*$`,
  description: `A time such as 500ms, 10s, 5m, 2h or 1d; at most ${limits.days}d.`,
})
/** A text that is not empty, and not only spaces. */
const said = String.raw`\S`
const name = Type.String({ pattern: said, maxLength: limits.name })
const path = {
  maxLength: limits.path,
  pattern: String.raw`^(?:\$|/|[^\s/$])`,
  description: 'A path such as data.tag.name, or a JSON Pointer.',
}
const largest = Number.MAX_SAFE_INTEGER
const scalar = Type.Union([
  Type.String({ maxLength: limits.value }),
  Type.Number({ minimum: -largest, maximum: largest }),
  Type.Boolean(),
  Type.Null(),
])

const condition = Type.Union([
  scalar,
  Type.Object(
    {
      equals: Type.Optional(scalar),
      oneOf: Type.Optional(Type.Array(scalar, { minItems: 1, maxItems: limits.conditions })),
      matches: Type.Optional(
        Type.String({
          pattern: said,
          maxLength: limits.value,
          description: '* stands for any text; case does not matter.',
        }),
      ),
      pattern: Type.Optional(
        Type.String({
          pattern: said,
          maxLength: patternLimits.length,
          description: 'A regular expression, found anywhere in the text; case matters.',
        }),
      ),
      exists: Type.Optional(Type.Boolean()),
      type: Type.Optional(Type.Enum([...valueTypes])),
      captured: Type.Optional(
        Type.String({ pattern: said, description: 'The value that an earlier step has captured.' }),
      ),
    },
    { ...closed, minProperties: 1 },
  ),
])

const event = (description: string) =>
  Type.String({ pattern: said, maxLength: limits.value, description })

const shared = {
  name: Type.Optional(name),
  where: Type.Optional(
    Type.Record(Type.String(), condition, {
      propertyNames: path,
      description: 'Paths of the event, and what must stand there; a value alone: equals.',
      maxProperties: limits.conditions,
    }),
  ),
  within: Type.Optional(
    Type.Union([
      time,
      Type.Object(
        {
          time,
          from: Type.Optional(Type.Enum(['arming', 'previous'])),
          by: Type.Optional(Type.Enum(['arrival', 'created_at'])),
        },
        closed,
      ),
    ]),
  ),
  sameContact: Type.Optional(Type.Boolean()),
}
const capture = Type.Optional(
  Type.Record(Type.String(), Type.String(path), {
    propertyNames: { pattern: String.raw`^[A-Za-z_]\w{0,49}$` },
    description: 'Names for values that later steps compare with.',
    maxProperties: limits.conditions,
  }),
)

const step = Type.Union([
  Type.Object(
    { expect: event('An event (trigger or type), or a search.'), ...shared, capture },
    closed,
  ),
  Type.Object({ never: event('What must not come.'), ...shared }, closed),
  Type.Object(
    {
      exactly: Type.Integer({ minimum: 0, maximum: 1000 }),
      of: event('What is counted.'),
      ...shared,
      capture,
    },
    closed,
  ),
])

const scenario = Type.Object(
  {
    name,
    order: Type.Optional(Type.Enum(['any', 'written'])),
    sameContact: Type.Optional(Type.Boolean()),
    timeout: Type.Optional(time),
    steps: Type.Array(step, { minItems: 1, maxItems: limits.steps }),
  },
  closed,
)

/** The form of a scenario as JSON Schema 2020-12, for editors; `parseScenario` says more. */
export function scenarioSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:binspect:scenario',
    title: 'Binspect scenario',
    ...scenario,
  }
}
