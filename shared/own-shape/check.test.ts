import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import {
  array,
  assert,
  constantFrom,
  dictionary,
  emailAddress,
  jsonValue,
  oneof,
  pre,
  property,
  tuple,
  uuid,
  webUrl,
} from 'fast-check'
import { Settings } from 'typebox/system'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { catalogue } from '../events/catalogue.ts'
import { Scope } from '../events/scope.ts'
import { parseJson } from '../json/parse.ts'
import { areCheckable, checkSchema } from './check.ts'
import { schemaFrom } from './generate.ts'
import { readSchema } from './read-schema.ts'

function check(text: string, input: unknown) {
  const doc = parseJson(text)
  const layer = { doc, node: 0, place: (offset: number) => offset, header: () => undefined }
  return checkSchema({ ...layer, schema: readSchema(input) }).map((finding) =>
    new Scope(layer).issueOf(finding),
  )
}

function found(text: string, input: unknown) {
  return check(text, input).map(({ severity, code, path, message, range }) => [
    severity,
    code,
    path,
    message,
    range && text.slice(range.start, range.end),
  ])
}

afterEach(() => vi.unstubAllGlobals())

describe('holding a document against a schema', () => {
  const order = {
    type: 'object',
    properties: {
      id: { type: 'integer' },
      email: { type: 'string', format: 'email' },
      lines: { type: 'array', items: { type: 'object', properties: { n: { type: 'number' } } } },
    },
    required: ['id', 'email'],
  }

  it('tells wrong types and nulls at their place', () => {
    const text = '{"id": "7", "email": null, "lines": [{"n": 1}, {"n": true}]}'
    expect(found(text, order)).toEqual([
      ['error', 'wrong-type', '/id', 'Expected an integer, found the string "7"', '"7"'],
      ['error', 'null-not-allowed', '/email', 'Expected a string, found null', 'null'],
      ['error', 'wrong-type', '/lines/1/n', 'Expected a number, found true', 'true'],
    ])
  })

  it('tells missing keys at the bracket of their object', () => {
    expect(found(' {"lines": []}', order)).toEqual([
      ['error', 'missing', '/id', 'The key "id" is missing', '{'],
      ['error', 'missing', '/email', 'The key "email" is missing', '{'],
    ])
  })

  it('tells extra keys as infos where the schema is silent, as errors where it forbids them', () => {
    const text = '{"id": 1, "email": "a@b.cd", "lines": [{"m": 1}]}'
    const message = 'This key is not in the shape'
    expect(found(text, order)).toEqual([['info', 'extra', '/lines/0/m', message, '"m"']])
    const strict = { properties: { id: {} }, additionalProperties: false }
    expect(found('{"id": 1, "a/b": 2}', strict)).toEqual([
      ['error', 'extra', '/a~1b', 'Expected nothing here, found the number 2', '2'],
    ])
  })

  it('takes a format for advice', () => {
    const words = 'Expected a text of format email, found the string "Ann"'
    expect(found('{"id": 1, "email": "Ann"}', order)).toEqual([
      ['warning', 'bad-format', '/email', words, '"Ann"'],
    ])
  })

  it.each([
    ['3', { enum: [1, 'two'] }, 'unknown-value', 'Expected 1 or "two", found the number 3'],
    ['3', { const: 4 }, 'unknown-value', 'Expected 4, found the number 3'],
    ['3', { minimum: 4 }, 'bad-format', 'Expected at least 4, found the number 3'],
    ['3', { exclusiveMaximum: 3 }, 'bad-format', 'Expected less than 3, found the number 3'],
    ['3', { multipleOf: 2 }, 'bad-format', 'Expected a multiple of 2, found the number 3'],
    [
      '"ab"',
      { maxLength: 1 },
      'bad-format',
      'Expected at most 1 characters, found the string "ab"',
    ],
    [
      '"lead"',
      { pattern: String.raw`^lead-\d+$` },
      'bad-format',
      String.raw`Expected a text that matches /^lead-\d+$/, found the string "lead"`,
    ],
    ['[]', { minItems: 1 }, 'bad-format', 'Expected at least 1 elements, found an empty array'],
    ['{}', { minProperties: 1 }, 'bad-format', 'Expected at least 1 keys, found an empty object'],
    [
      '3',
      { not: {} },
      'no-variant',
      'Expected what the shape does not exclude, found the number 3',
    ],
    ['3', false, 'unexpected', 'Expected nothing here, found the number 3'],
  ])('tells of %s and %j', (text, schema, code, message) => {
    const issues = check(`{"a": ${text}}`, { properties: { a: schema } })
    expect(issues).toMatchObject([{ severity: 'error', code, path: '/a', message }])
  })

  it('holds texts, and nothing else, against a regular expression, and makes none of the engine of it', () => {
    const schema = { items: { pattern: '^(a+)+$' } }
    expect(check(`["${'a'.repeat(31)}", 7, null]`, schema)).toEqual([])
    expect(check(`["${'a'.repeat(31)}!"]`, schema)).toMatchObject([{ code: 'bad-format' }])
  })

  it('warns of texts that are too long to be held against a regular expression, in each document anew', () => {
    const schema = readSchema({ items: { pattern: '^(?:.*a){100}' } })
    const run = (text: string) => {
      const doc = parseJson(text)
      return checkSchema({ doc, node: 0, schema }).map(({ severity, message }) => [
        severity,
        message,
      ])
    }
    const long = `["${'a'.repeat(99)}", "${'b'.repeat(5_000_000)}"]`
    const expected = (what: string) => expect.stringContaining(`Expected a text ${what}`)
    expect(run(long)).toEqual([
      ['error', expected('that matches')],
      ['warning', expected('short enough to be held against')],
    ])
    expect(run(`["${'a'.repeat(100)}"]`)).toEqual([])
  })

  it('tells the faults of the branch that is meant, and else that none of them fits', () => {
    const nullable = { anyOf: [order, { type: 'null' }] }
    expect(check('[{"id": 1}]', { items: nullable })).toMatchObject([
      { code: 'missing', path: '/0/email' },
    ])
    const either = { oneOf: [{ required: ['a'] }, { required: ['b'] }] }
    expect(check('{}', either)).toMatchObject([{ code: 'no-variant', path: '' }])
    expect(check('{"a": 1, "b": 1}', either)).toMatchObject([{ code: 'ambiguous-variant' }])
    expect(check('"x"', nullable)).toMatchObject([{ code: 'no-variant' }])
    const both = { prefixItems: [nullable, either] }
    expect(check('[{"id": 1}, {}]', both)).toMatchObject([
      { code: 'missing', path: '/0/email' },
      { code: 'no-variant', path: '/1' },
    ])
  })

  it('tells which condition is not met', () => {
    const conditional = {
      if: { properties: { kind: { const: 'a' } }, required: ['kind'] },
      // oxlint-disable-next-line unicorn/no-thenable
      then: { required: ['x'] },
      else: { required: ['y'] },
    }
    expect(check('{"kind": "a"}', conditional)).toMatchObject([{ code: 'no-variant', path: '' }])
    expect(check('{"kind": "b"}', conditional)).toMatchObject([{ code: 'missing', path: '/y' }])
    expect(check('{"kind": "a", "x": 1}', conditional)).toEqual([])
  })

  it('tells a hundred faults and leaves the settings of the engine as they were', () => {
    const text = `[${'"x",'.repeat(500)}1]`
    expect(check(text, { items: { type: 'number' } })).toHaveLength(100)
    expect(Settings.Get().maxErrors).toBe(8)
  })

  it('reads keys as they are written, whatever they are called', () => {
    const text = '{"__proto__": 1, "toString": "x", "a\\u0000~": null}'
    const schema = schemaFrom(parseJson(text), 0, 't')
    expect(check(text, schema)).toEqual([])
    expect(check('{}', schema).map(({ path }) => path)).toEqual([
      '/__proto__',
      '/toString',
      '/a\u0000~0',
    ])
  })

  it('makes no code of a schema', () => {
    const forbidden = vi.fn(() => {
      throw new EvalError('Refused by the content security policy')
    })
    vi.stubGlobal('Function', forbidden)
    vi.stubGlobal('eval', forbidden)
    expect(check('{"id": 1}', order)).toMatchObject([{ code: 'missing', path: '/email' }])
    expect(forbidden).not.toHaveBeenCalled()
  })

  it('is not done where it takes too long', () => {
    const doc = parseJson(`[${'1,'.repeat(100_000)}1]`)
    const of = (size: number) => ({
      doc,
      node: 0,
      schema: { schema: true, size, steps: { left: 0 } },
    })
    expect(areCheckable([of(10)])).toBe(true)
    expect(areCheckable([of(100)])).toBe(false)
    expect(areCheckable([of(30), of(30)])).toBe(false)
  })

  it('gets through long texts, whatever their format should be', () => {
    for (const format of ['date-time', 'date', 'time', 'email', 'ipv4', 'ipv6', 'uuid', 'uri']) {
      for (const unit of ['a', 'a.', 'a@', '1:', '::', 'http://a', '%20', '[a=b]']) {
        const text = JSON.stringify(unit.repeat(50_000 / unit.length))
        expect(check(text, { format }).length, `${format} ${unit}`).toBeLessThan(2)
      }
    }
  })
})

describe('a schema made of a document', () => {
  const value = oneof(jsonValue({ maxDepth: 3 }), emailAddress(), webUrl(), uuid())
  const documents = oneof(
    dictionary(constantFrom('a', 'b', 'c', 'x y'), value),
    array(value),
    value,
  ).map((each) => JSON.stringify(each))

  it.each(catalogue)('of $trigger accepts its sample and the next one', ({ sample }) => {
    const doc = parseJson(sample)
    const schema = schemaFrom(doc, 0, 't')
    expect(check(sample, schema)).toEqual([])
    expect(check(sample.replace(/:\s*null/, ': {"any": 1}'), schema)).toEqual([])
  })

  it('agrees with Ajv on any other document', () => {
    const ajv = formats.default(new Ajv2020({ allowUnionTypes: true, ownProperties: true }))
    assert(
      property(tuple(documents, documents), ([text, other]) => {
        // Ajv looks such keys up in the prototype.
        pre(!(text + other).includes('__proto__'))
        const schema = schemaFrom(parseJson(text), 0, 't')
        const validate = ajv.compile(schema)
        for (const each of [text, other]) {
          const isOurs = check(each, schema).every(({ severity }) => severity === 'info')
          expect(isOurs, each).toBe(validate(JSON.parse(each)))
        }
        expect(check(text, schema)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
