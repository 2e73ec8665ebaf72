import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch } from './parse.ts'
import { printSearch } from './print.ts'

const names = [
  'text:',
  'event:',
  'header.a:',
  'query.b:',
  'size:',
  'since:',
  'data.x:',
  'verdict:',
  'is:',
  'seq:',
]
const marks = ['(', ')', '-', '"', ' ', '*', '\\', ':', '//', '..', '>', '<=', '=', '[0]', '$.']
const words = [
  'or',
  'and',
  'valid',
  'pinned',
  'a',
  'é',
  '10k',
  '0',
  '-5',
  '1e3',
  '90s',
  '.5',
  '5xx',
  '2026-01-01',
]
const piece = oneof(constantFrom(...names, ...marks, ...words, ...words), string({ maxLength: 3 }))
const search = oneof(
  array(piece).map((pieces) => pieces.join('')),
  array(piece).map((pieces) => pieces.join(' ')),
)

describe('any text', () => {
  it('is a search or has a fault within it, and never throws', () => {
    assert(
      property(oneof(search, string({ unit: 'binary' })), (text) => {
        const result = parseSearch(text)
        if ('query' in result) return
        const { start, end } = result.error
        expect(start >= 0 && start <= end && end <= text.length).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('that is a search reads back the same once printed', () => {
    assert(
      property(search, (text) => {
        const result = parseSearch(text)
        if ('error' in result) return
        expect(parseSearch(printSearch(result.query))).toEqual(result)
      }),
      { numRuns: 5000 },
    )
  })
})
