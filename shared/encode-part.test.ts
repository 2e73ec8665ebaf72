import { expect, it } from 'vitest'
import { encodePart } from './encode-part.ts'

it.each([
  ['a b&c/é', 'a%20b%26c%2F%C3%A9'],
  ['😀', '%F0%9F%98%80'],
  ['\ud83d', '%EF%BF%BD'],
  ['a\ude00\ud83d', 'a%EF%BF%BD%EF%BF%BD'],
])('%j stands in an address as %s', (text, expected) => {
  expect(encodePart(text)).toBe(expected)
})
