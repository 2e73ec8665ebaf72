import type { TValidationError } from 'typebox/error'
import { quote } from '../events/describe.ts'
import type { IssueCode, Severity } from '../events/verdict.ts'
import { undecided } from './patterns.ts'

/** What a fault is called, and what the shape asks for, to be read after "Expected". */
export type FaultWords = {
  code: IssueCode
  severity: Severity
  expected: string
  /** Keys that are missing at the place. */
  missing?: readonly string[]
}

const mostValues = 10

const typeWords = new Map([
  ['object', 'an object'],
  ['array', 'an array'],
  ['string', 'a string'],
  ['integer', 'an integer'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['null', 'null'],
])

/** Words for a fault; `null` for one that only sums others up. */
export function wordsOf(fault: TValidationError): FaultWords | null {
  switch (fault.keyword) {
    case 'type':
      return error('wrong-type', [fault.params.type].flat().map(typeName).join(' or '))
    case 'required': {
      const { requiredProperties: missing } = fault.params
      return { ...error('missing', 'this key'), missing }
    }
    case 'enum':
      return error('unknown-value', listOf(fault.params.allowedValues))
    case 'const':
      return error('unknown-value', listOf([fault.params.allowedValue]))
    case 'format':
      // A format is an annotation (JSON Schema 2020-12, section 7): not to follow it is no error.
      return {
        code: 'bad-format',
        severity: 'warning',
        expected: `a text of format ${fault.params.format}`,
      }
    case 'boolean': {
      const isExtra = fault.schemaPath.endsWith('/additionalProperties')
      return error(isExtra ? 'extra' : 'unexpected', 'nothing here')
    }
    case 'anyOf':
      return error('no-variant', 'one of several variants')
    case 'oneOf': {
      const isNone = fault.params.passingSchemas.length === 0
      return error(isNone ? 'no-variant' : 'ambiguous-variant', 'exactly one of several variants')
    }
    case 'not':
      return error('no-variant', 'what the shape does not exclude')
    case 'if':
      return fault.params.failingKeyword === 'then'
        ? error('no-variant', 'what the shape asks for in this case')
        : null
    case '~refine': {
      const { index, message } = fault.params
      const severity = index === undecided ? 'warning' : 'error'
      return { code: 'bad-format', severity, expected: message }
    }
    case 'multipleOf':
      return error('bad-format', `a multiple of ${fault.params.multipleOf}`)
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return limitWords(fault.keyword, fault.params.limit)
    // Each such key has a fault of its own.
    case 'additionalProperties':
    // Keywords that `readSchema` lets nobody use.
    case 'contains':
    case 'dependencies':
    case 'dependentRequired':
    case 'pattern':
    case 'propertyNames':
    case 'unevaluatedItems':
    case 'unevaluatedProperties':
    case 'uniqueItems':
      return null
  }
}

type LimitKeyword = Extract<TValidationError, { params: { limit: number | bigint } }>['keyword']

const limitPhrases: Record<LimitKeyword, readonly [before: string, after: string]> = {
  minimum: ['at least', ''],
  maximum: ['at most', ''],
  exclusiveMinimum: ['more than', ''],
  exclusiveMaximum: ['less than', ''],
  minLength: ['at least', ' characters'],
  maxLength: ['at most', ' characters'],
  minItems: ['at least', ' elements'],
  maxItems: ['at most', ' elements'],
  minProperties: ['at least', ' keys'],
  maxProperties: ['at most', ' keys'],
}

function limitWords(keyword: LimitKeyword, limit: number | bigint): FaultWords {
  const [before, after] = limitPhrases[keyword]
  return error('bad-format', `${before} ${limit}${after}`)
}

function error(code: IssueCode, expected: string): FaultWords {
  return { code, severity: 'error', expected }
}

function typeName(type: string): string {
  return typeWords.get(type) ?? type
}

function listOf(values: readonly unknown[]): string {
  const shown = values.slice(0, mostValues).map((value) => quote(JSON.stringify(value)))
  return `${shown.join(' or ')}${values.length > mostValues ? ' or …' : ''}`
}
