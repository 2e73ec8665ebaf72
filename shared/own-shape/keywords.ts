/** What stands after a keyword of JSON Schema. */
export type KeywordValue = 'schema' | 'schemas' | 'schemas by name' | PlainValue
export type PlainValue =
  | 'types'
  | 'names'
  | 'count'
  | 'number'
  | 'positive number'
  | 'values'
  | 'value'
  | 'word'
  | 'pattern'

/**
 * Keywords of JSON Schema 2020-12 that are checked. Those in neither list are ignored, as the
 * standard has it: they are annotations, or nothing at all.
 */
export const supportedKeywords: ReadonlyMap<string, KeywordValue> = new Map([
  ['type', 'types'],
  ['enum', 'values'],
  ['const', 'value'],
  ['properties', 'schemas by name'],
  ['required', 'names'],
  ['additionalProperties', 'schema'],
  ['minProperties', 'count'],
  ['maxProperties', 'count'],
  ['items', 'schema'],
  ['prefixItems', 'schemas'],
  ['minItems', 'count'],
  ['maxItems', 'count'],
  ['minLength', 'count'],
  ['maxLength', 'count'],
  ['format', 'word'],
  ['pattern', 'pattern'],
  ['minimum', 'number'],
  ['maximum', 'number'],
  ['exclusiveMinimum', 'number'],
  ['exclusiveMaximum', 'number'],
  ['multipleOf', 'positive number'],
  ['allOf', 'schemas'],
  ['anyOf', 'schemas'],
  ['oneOf', 'schemas'],
  ['not', 'schema'],
  ['if', 'schema'],
  ['then', 'schema'],
  ['else', 'schema'],
])

const unsupported = 'this keyword is not checked here'

/** Keywords that would change the outcome and are not checked, with the reason. */
export const refusedKeywords: ReadonlyMap<string, string> = new Map([
  ['patternProperties', unsupported],
  ['propertyNames', unsupported],
  ['uniqueItems', unsupported],
  ['contains', unsupported],
  ['dependencies', unsupported],
  ['dependentRequired', unsupported],
  ['dependentSchemas', unsupported],
  ['additionalItems', unsupported],
  ['unevaluatedItems', unsupported],
  ['unevaluatedProperties', unsupported],
  ['$dynamicRef', unsupported],
  ['$recursiveRef', unsupported],
])

/** Formats that are checked; all others are ignored, as the standard has it. */
export const checkedFormats: ReadonlySet<unknown> = new Set([
  'date-time',
  'date',
  'time',
  'email',
  'ipv4',
  'ipv6',
  'uuid',
  'uri',
])

const typeNames: ReadonlySet<unknown> = new Set([
  'object',
  'array',
  'string',
  'integer',
  'number',
  'boolean',
  'null',
])

const rules: Record<PlainValue, readonly [fits: (value: unknown) => boolean, words: string]> = {
  types: [isTypes, 'the name of a type, or several in an array'],
  names: [isNames, 'an array of names'],
  count: [(value) => Number.isSafeInteger(value) && Number(value) >= 0, 'a whole number'],
  number: [Number.isFinite, 'a number'],
  'positive number': [(value) => Number.isFinite(value) && Number(value) > 0, 'a number above 0'],
  values: [Array.isArray, 'an array of values'],
  value: [() => true, 'a value'],
  word: [(value) => typeof value === 'string', 'a string'],
  pattern: [(value) => typeof value === 'string', 'a regular expression'],
}

/** What is wrong with the value of a keyword, to be read after "must be"; `null` where nothing is. */
export function faultOf(kind: PlainValue, value: unknown): string | null {
  const [fits, words] = rules[kind]
  return fits(value) ? null : words
}

function isTypes(value: unknown): boolean {
  if (!Array.isArray(value)) return typeNames.has(value)
  return value.length > 0 && value.every((name) => typeNames.has(name))
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string')
}
