import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { bytesPerEscape, escapeInto } from './escape.ts'

function escaped(text: string): string {
  const bytes = Buffer.from(text)
  const target = Buffer.alloc(bytes.length * bytesPerEscape + 1)
  const end = escapeInto(target, 1, bytes)
  return target.toString('utf8', 1, end)
}

test('writes what JSON.stringify writes between the quotes', () => {
  const every = String.fromCharCode(...Array.from({ length: 0x300 }, (_, unit) => unit))
  for (const text of ['', '"\\/', every, '\u2028👩 \u{10FFFF}']) {
    expect(escaped(text)).toBe(JSON.stringify(text).slice(1, -1))
  }
})

test('agrees with JSON.stringify on any text', () => {
  const agrees = property(string({ unit: 'binary' }), (text) => {
    expect(escaped(text)).toBe(JSON.stringify(text).slice(1, -1))
  })
  assert(agrees, { numRuns: 1000, seed: 1 })
})
