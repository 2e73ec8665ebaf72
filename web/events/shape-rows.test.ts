import { expect, it } from 'vitest'
import { shapeRows } from './shape-rows.ts'

it('lists the keys of a schema by their paths', () => {
  const schema = {
    type: 'object',
    required: ['type', 'data'],
    properties: {
      type: { const: 'contact.tag.added' },
      data: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'integer', description: 'of the contact' },
          ip: { type: ['string', 'null'], format: 'ip' },
          fields: { anyOf: [{ type: 'array' }, { type: 'object' }] },
          list: { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } },
        },
      },
    },
  }
  expect(shapeRows(schema)).toEqual([
    { path: 'type', types: '"contact.tag.added"', required: true, remark: '' },
    { path: 'data', types: 'object', required: true, remark: '' },
    { path: 'data.id', types: 'integer', required: true, remark: 'of the contact' },
    { path: 'data.ip', types: 'string | null', required: false, remark: 'ip' },
    { path: 'data.fields', types: 'array | object', required: false, remark: '' },
    { path: 'data.list', types: 'array', required: false, remark: '' },
    { path: 'data.list[].a', types: 'string', required: false, remark: '' },
  ])
})

it('puts alternatives one after the other, each key once', () => {
  const one = { properties: { a: { type: 'string' } } }
  const two = { properties: { a: { type: 'string' }, b: { type: 'null' } } }
  const paths = shapeRows({ anyOf: [one, two] }).map(({ path }) => path)
  expect(paths).toEqual(['a', 'b'])
})

it('has nothing to say of what is no schema', () => {
  expect([shapeRows(null), shapeRows(true)]).toEqual([[], []])
})
