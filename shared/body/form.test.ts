import { expect, test } from 'vitest'
import { formFields } from './form.ts'

test('fields are decoded, in order, with their duplicates', () => {
  expect(formFields('a=1&a=%C3%A9+x&&b&=c&d=e=f&bad=%ff%zz')).toEqual({
    fields: [
      { name: 'a', value: '1' },
      { name: 'a', value: 'é x' },
      { name: 'b', value: '' },
      { name: '', value: 'c' },
      { name: 'd', value: 'e=f' },
      { name: 'bad', value: '%ff%zz' },
    ],
    count: 6,
  })
})

test('of very many fields the first are read, and all counted', () => {
  const { fields, count } = formFields('a=1&'.repeat(1_000_000))
  expect([fields.length, count]).toEqual([1000, 1_000_000])
})
