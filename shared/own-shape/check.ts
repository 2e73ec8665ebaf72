import { Errors } from 'typebox/schema'
import { Settings } from 'typebox/system'
import type { TValidationError } from 'typebox/error'
import { describeValue } from '../events/describe.ts'
import type { Finding } from '../events/finding.ts'
import {
  at,
  elements,
  isKind,
  type JsonDocument,
  Kind,
  members,
  stringAt,
} from '../json/document.ts'
import { nodeAt, pointerOf } from '../json/pointer.ts'
import { toValue } from '../json/value.ts'
import { tellingFaults } from './faults.ts'
import type { Steps } from '../pattern/run.ts'
import type { JsonRoot } from '../search/subject.ts'
import { ownShapeLimits } from './own-shape.ts'
import type { PlainSchema, ReadSchema } from './read-schema.ts'
import { wordsOf } from './words.ts'

const mostFaults = 100
/** Schemas times nodes: more takes longer than a reader waits. */
const mostWork = 5_000_000

/** A value, and the schema that it is to be held against. */
export type Check = JsonRoot & { schema: ReadSchema }

/** Whether the values of a body are small enough to be held against their schemas. */
export function areCheckable(checks: readonly Check[]): boolean {
  const works = checks.map(({ doc, node, schema }) => (at(doc.nexts, node) - node) * schema.size)
  return works.reduce((sum, work) => sum + work, 0) <= mostWork
}

/** What regular expressions may spend on the values of one body. */
export const fullSteps = (): Steps => ({ left: ownShapeLimits.patternSteps })

/**
 * Holds a value against a schema. The schema engine interprets it: no code is made of it.
 * @param budget what its regular expressions may spend, which is taken off
 */
export function checkSchema(
  { doc, node, schema: { schema, steps } }: Check,
  budget: Steps = fullSteps(),
): Finding[] {
  steps.left = budget.left
  const base = pointerOf(doc, node)
  const faults = tellingFaults(faultsOf(schema, toValue(doc, node)))
  budget.left = steps.left
  const findings = faults.flatMap((fault) =>
    findingsOf(doc, nodeAt(doc, base + fault.instancePath), fault),
  )
  return [...findings, ...[...extraKeys(doc, node, schema)].map(extra)]
}

/** The engine stops after eight faults; the setting is its own for the time of one call. */
function faultsOf(schema: PlainSchema, value: unknown): TValidationError[] {
  const { maxErrors } = Settings.Get()
  Settings.Set({ maxErrors: mostFaults })
  try {
    return Errors(schema, value)[1]
  } finally {
    Settings.Set({ maxErrors })
  }
}

function findingsOf(doc: JsonDocument, node: number, fault: TValidationError): Finding[] {
  const words = wordsOf(fault)
  if (!words || node < 0) return []
  const { missing, ...finding } = words
  if (missing) {
    return missing.map((key) => {
      const message = `The key "${key}" is missing`
      return { ...finding, node, missing: key, message }
    })
  }
  const isNull = finding.code === 'wrong-type' && isKind(doc, node, Kind.null)
  const actual = describeValue(doc, node)
  const message = `Expected ${finding.expected}, found ${actual}`
  return [{ ...finding, ...(isNull && { code: 'null-not-allowed' }), node, actual, message }]
}

/** Keys that a shape neither names nor forbids, where it names any. */
function* extraKeys(doc: JsonDocument, node: number, schema: unknown): Generator<number> {
  if (!isObject(schema) || joining.some((keyword) => keyword in schema)) return
  if (isKind(doc, node, Kind.array)) {
    for (const item of elements(doc, node)) yield* extraKeys(doc, item, schema['items'])
    return
  }
  const { properties } = schema
  if (!isKind(doc, node, Kind.object) || !isObject(properties)) return
  for (const [key, value] of members(doc, node)) {
    const name = stringAt(doc, key)
    if (Object.hasOwn(properties, name)) yield* extraKeys(doc, value, properties[name])
    else yield key
  }
}

/** With one of these, more than its own `properties` says which keys there may be. */
const joining = ['additionalProperties', 'allOf', 'anyOf', 'oneOf', 'if']

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function extra(node: number): Finding {
  return { severity: 'info', code: 'extra', node, message: 'This key is not in the shape' }
}
