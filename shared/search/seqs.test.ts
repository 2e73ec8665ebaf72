import { expect, test } from 'vitest'
import { parseSearch } from './parse.ts'
import { seqSearch } from './seqs.ts'

test('numbers become a search, with neighbours in ranges', () => {
  expect(seqSearch([7])).toBe('seq:7')
  expect(seqSearch([3, 9, 2, 1, 11, 10, 20])).toBe('seq:1..3 or seq:9..11 or seq:20')
})

test('many numbers are still a search', () => {
  const odd = Array.from({ length: 40 }, (_, index) => index * 2 + 1)
  expect(parseSearch(seqSearch(odd))).not.toHaveProperty('error')
})
