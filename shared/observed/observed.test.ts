import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  emailAddress,
  jsonValue,
  oneof,
  property,
  shuffledSubarray,
  tuple,
  uuid,
  webUrl,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../json/parse.ts'
import { ObservedShape } from './observed-shape.ts'
import { type ObservedLimits, usualLimits, usualRoom } from './observed.ts'
import { observedRows, type ObservedRow } from './rows.ts'
import { observedSchema } from './schema.ts'
import { observedTypes } from './typescript.ts'

type Limits = Partial<ObservedLimits & { paths: number }>

function fold(texts: readonly string[], { paths = usualRoom, ...limits }: Limits = {}) {
  const observed = new ObservedShape({ left: paths }, { ...usualLimits, ...limits })
  texts.forEach((text, place) => {
    observed.fold(parseJson(text), 0, { seq: place + 1, at: `${place + 1}.` })
  })
  return observed
}

function rowsOf(texts: readonly string[], limits?: Limits) {
  return new Map(observedRows(fold(texts, limits)).map((row) => [row.path, row]))
}

function countsOf(row: ObservedRow | undefined) {
  return Object.entries(row?.types ?? {}).map(([type, { count }]) => [type, count])
}

const tags = [
  '{"id": 1, "tag": {"id": 7, "name": "lead"}, "fields": []}',
  '{"id": "2", "tag": {"id": 7, "name": null}, "fields": [{"a": 1}, {"a": 2.5, "b": true}]}',
  '{"id": 3, "tag": null, "fields": [], "new key": {"x": []}}',
]

describe('the observed shape', () => {
  it('counts every place, its parents and its types', () => {
    const rows = rowsOf(tags)
    expect([...rows.keys()]).toEqual([
      'id',
      'tag',
      'tag.id',
      'tag.name',
      'fields',
      'fields[]',
      'fields[].a',
      'fields[].b',
      '["new key"]',
      '["new key"].x',
    ])
    expect(countsOf(rows.get('id'))).toEqual([
      ['integer', 2],
      ['string', 1],
    ])
    expect(countsOf(rows.get('tag.name'))).toEqual([
      ['string', 1],
      ['null', 1],
    ])
    expect(rows.get('tag.name')).toMatchObject({ count: 2, parents: 2 })
    expect(rows.get('fields[]')).toMatchObject({ count: 2, parents: 3 })
    expect(rows.get('fields[].b')).toMatchObject({ count: 1, parents: 2 })
    expect(countsOf(rows.get('fields[].a'))).toEqual([
      ['integer', 1],
      ['number', 1],
    ])
  })

  it('remembers since when a place and a type were seen', () => {
    const rows = rowsOf(tags)
    expect(rows.get('["new key"]')).toMatchObject({ first: { seq: 3, at: '3.' } })
    expect(rows.get('tag.name')?.types.null).toMatchObject({ first: { seq: 2 }, last: { seq: 2 } })
    expect(rows.get('id')).toMatchObject({ first: { seq: 1 }, last: { seq: 3 }, example: '3' })
  })

  it('tells distinct values, the most frequent first, however they were escaped', () => {
    const rows = rowsOf(['{"a": "\\u00e9"}', '{"a": 1}', '{"a": "é"}', '{"a": null}'])
    expect(rows.get('a')?.values).toEqual([
      ['"é"', 2],
      ['1', 1],
    ])
  })

  it('gives up the values of a place where they grow too many or too long', () => {
    const many = Array.from({ length: 21 }, (_, i) => `{"a": ${i}}`)
    expect(rowsOf(many.slice(1)).get('a')?.values).toHaveLength(20)
    expect(rowsOf(many).get('a')?.values).toBeNull()
    expect(rowsOf([`{"a": "${'x'.repeat(200)}"}`, '{"a": "b"}']).get('a')?.values).toBeNull()
  })

  it('lets the last of repeated keys count', () => {
    expect(countsOf(rowsOf(['{"a": 1, "a": "x"}']).get('a'))).toEqual([['string', 1]])
  })

  it('keeps keys such as __proto__ as they are', () => {
    const observed = fold(['{"__proto__": {"polluted": 1}, "constructor": 2}'])
    expect(observedRows(observed).map(({ path }) => path)).toContain('__proto__.polluted')
    expect(JSON.stringify(observedSchema(observed, 't'))).toContain('"__proto__":{"type":"object"')
    expect({}).not.toHaveProperty('polluted')
  })

  it('stays small, whatever is sent', () => {
    const keys = (from: number) =>
      `{${Array.from({ length: 50 }, (_, i) => `"k${from + i}": 1`).join()}}`
    const wide = fold([keys(0), keys(50), keys(100)], { paths: 60 })
    expect(observedRows(wide)).toHaveLength(59)
    expect(wide.omitted).toBe(91)
    const deep = fold(['['.repeat(1000) + ']'.repeat(1000)], { depth: 5 })
    expect(observedRows(deep)).toHaveLength(5)
    const long = fold([`[${'1,'.repeat(5000)}"x"]`])
    expect(observedRows(long)[0]?.count).toBe(1000)
    expect(fold([`{"${'k'.repeat(101)}": 1}`]).omitted).toBe(1)
  })
})

describe('the observed shape as JSON Schema', () => {
  it('requires what was always there and allows every type that was seen', () => {
    expect(observedSchema(fold(tags), 'tag-added')).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'tag-added',
      type: 'object',
      properties: {
        id: { type: ['integer', 'string'] },
        tag: {
          type: ['object', 'null'],
          properties: { id: { type: 'integer' }, name: { type: ['string', 'null'] } },
          required: ['id', 'name'],
        },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            properties: { a: { type: 'number' }, b: { type: 'boolean' } },
            required: ['a'],
          },
        },
        'new key': { type: 'object', properties: { x: { type: 'array' } }, required: ['x'] },
      },
      required: ['id', 'tag', 'fields'],
    })
  })

  it('names a format that every text had', () => {
    const texts = ['"ann@example.com"', '"bo@example.org"']
    expect(observedSchema(fold(texts), 't')).toMatchObject({ format: 'email' })
    expect(observedSchema(fold([...texts, '"-"']), 't')).not.toHaveProperty('format')
  })

  it('accepts every document that was folded', () => {
    const value = oneof(jsonValue({ maxDepth: 3 }), emailAddress(), webUrl(), uuid())
    const record = dictionary(constantFrom('a', 'b', 'c', '__proto__', 'x y'), value)
    const small = { depth: 3, entries: 4, paths: 12 }
    const ajv = formats.default(new Ajv2020({ allowUnionTypes: true }))
    assert(
      property(array(oneof(record, value), { maxLength: 6 }), boolean(), (values, isSmall) => {
        const texts = values.map((each) => JSON.stringify(each))
        const schema = observedSchema(fold(texts, isSmall ? small : {}), 't')
        const validate = ajv.compile(schema)
        for (const text of texts) {
          validate(JSON.parse(text))
          expect(validate.errors, text).toBeNull()
        }
      }),
      { numRuns: 25 },
    )
  })

  it('does not depend on the order of folding', () => {
    const document = jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value))
    const sighted = array(document, { maxLength: 6 }).map((texts) =>
      texts.map((text, i) => ({ text, seq: i })),
    )
    const shuffled = sighted.chain((all) =>
      tuple(constant(all), shuffledSubarray(all, { minLength: all.length })),
    )
    const summary = (all: readonly { text: string; seq: number }[]) => {
      const observed = new ObservedShape()
      for (const { text, seq } of all) observed.fold(parseJson(text), 0, { seq, at: `${seq}` })
      return new Map(observedRows(observed).map((row) => [row.path, row]))
    }
    assert(
      property(shuffled, ([all, other]) => {
        expect(summary(other)).toEqual(summary(all))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the observed shape as TypeScript', () => {
  it('reads as people write it', () => {
    expect(observedTypes(fold(tags), 'tag-added')).toBe(`export type TagAdded = {
  id: number | string
  tag: {
    id: number
    name: string | null
  } | null
  fields: Array<{
    a: number
    b?: boolean
  }>
  "new key"?: {
    x: unknown[]
  }
}
`)
  })

  it('has a name for everything, and nothing invisible in its keys', () => {
    const text = observedTypes(fold(['{"a\\u202eb": 1, "é": 2}']), '1.x')
    expect(text).toBe('export type Event1X = {\n  "a\\u202eb": number\n  "é": number\n}\n')
    expect(observedTypes(new ObservedShape(), 'subscription.payment.failed')).toBe(
      'export type SubscriptionPaymentFailed = unknown\n',
    )
  })
})
