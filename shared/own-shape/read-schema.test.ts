import { describe, expect, it } from 'vitest'
import { ownShapeLimits } from './own-shape.ts'
import { InvalidSchema, readSchema } from './read-schema.ts'

function faultOf(input: unknown) {
  try {
    readSchema(input)
  } catch (error) {
    if (error instanceof InvalidSchema) return [error.pointer, error.message]
    throw error
  }
  return null
}

describe('a schema for an own shape', () => {
  it('keeps what is checked and leaves annotations out', () => {
    const input = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Order',
      type: ['object', 'null'],
      properties: { note: { description: 'x', format: 'markdown' }, 'x/y': { enum: [1, null] } },
      required: ['note'],
      'x-anything': 1,
    }
    expect(readSchema(input)).toMatchObject({
      schema: {
        type: ['object', 'null'],
        properties: { note: {}, 'x/y': { enum: [1, null] } },
        required: ['note'],
      },
      size: 3,
    })
  })

  it('follows references into itself, and joins what stands beside them', () => {
    const input = {
      $defs: { id: { type: 'integer' }, 'a/b': { $ref: '#/$defs/id' } },
      properties: { a: { $ref: '#/$defs/id' }, b: { $ref: '#/$defs/a~1b', minimum: 1 } },
    }
    expect(readSchema(input).schema).toEqual({
      properties: {
        a: { type: 'integer' },
        b: { allOf: [{ minimum: 1 }, { type: 'integer' }] },
      },
    })
  })

  it.each([
    ['patternProperties', {}],
    ['uniqueItems', true],
    ['unevaluatedProperties', false],
  ])('is refused with the keyword %s, and the reason', (keyword, value) => {
    const [pointer, message] = faultOf({ properties: { a: { [keyword]: value } } }) ?? []
    expect(pointer).toBe(`/properties/a/${keyword}`)
    expect(message).toContain(`"${keyword}": `)
  })

  it.each([
    ['type', 'text', '"type" must be the name of a type, or several in an array'],
    ['pattern', 7, '"pattern" must be a regular expression'],
    [
      'pattern',
      'a(?=b)',
      '"pattern": Character 2: looking ahead or behind is not supported: write what is to match',
    ],
    ['type', [], '"type" must be the name of a type, or several in an array'],
    ['required', 'id', '"required" must be an array of names'],
    ['minLength', -1, '"minLength" must be a whole number'],
    ['multipleOf', 0, '"multipleOf" must be a number above 0'],
    ['enum', 'a', '"enum" must be an array of values'],
    ['items', [{}], 'Expected a schema'],
    ['anyOf', [], 'Expected an array of schemas'],
    ['properties', [], 'Expected an object of schemas'],
  ])('is refused where %s is %j', (keyword, value, message) => {
    expect(faultOf({ [keyword]: value })).toEqual([`/${keyword}`, message])
  })

  it.each(['https://example.com/schema', '#anchor', '#/$defs/none', '#/__proto__', 7])(
    'is refused where it refers to %j',
    (reference) => {
      const message = 'A reference must be a pointer into this schema: #/$defs/…'
      expect(faultOf({ items: { $ref: reference } })).toEqual(['/items/$ref', message])
    },
  )

  it('is refused where it refers to itself, or grows beyond bounds', () => {
    const doubled = Array.from({ length: 30 }, (_, i) => [
      `d${i}`,
      { allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] },
    ])
    const growing = { $defs: { ...Object.fromEntries(doubled), d30: {} }, $ref: '#/$defs/d0' }
    for (const input of [{ items: { $ref: '#' } }, growing]) {
      expect(faultOf(input)?.[1]).toBe('The schema is too large, or refers to itself')
    }
  })

  it('has regular expressions of a bounded size, all of them together', () => {
    const patterns = (count: number) => ({
      $defs: { a: { pattern: 'a{999}' } },
      allOf: Array.from({ length: count }, () => ({ $ref: '#/$defs/a' })),
    })
    expect(faultOf(patterns(10))).toBeNull()
    expect(faultOf(patterns(11))).toEqual([
      '/allOf/10/$ref/pattern',
      '"pattern": Character 1: the patterns of this schema are too large together',
    ])
  })

  it('is refused where it is no object, too long or too deep', () => {
    expect(faultOf([])).toEqual(['', 'A schema must be an object'])
    expect(faultOf({ title: 'x'.repeat(ownShapeLimits.length) })?.[1]).toMatch(/at most 65536/)
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
    expect(faultOf({ const: nested(ownShapeLimits.depth - 1) })).toBeNull()
    expect(faultOf({ const: nested(100) })?.[1]).toBe('At most 64 levels are read')
  })

  it('takes __proto__ for a name like any other', () => {
    const input: unknown = JSON.parse('{"properties": {"__proto__": {"type": "string"}}}')
    expect(JSON.stringify(readSchema(input).schema)).toBe(JSON.stringify(input))
  })
})
