import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invalidUtf8At } from './utf8.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

function isUtf8(bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes)
    return true
  } catch {
    return false
  }
}

describe('the first byte that is not UTF-8', () => {
  it.each([
    [[0x41, 0xe9, 0x42], 1],
    [[0xc3], 0],
    [[0x41, 0xc0, 0x80], 1],
    [[0xe0, 0x80, 0x80], 0],
    [[0xed, 0xa0, 0x80], 0],
    [[0xf4, 0x90, 0x80, 0x80], 0],
    [[0xf0, 0x9f, 0x98, 0x80], -1],
    [[0xf0, 0x9f, 0x98], 0],
    [[], -1],
  ])('of %j stands at %i', (bytes, offset) => {
    expect(invalidUtf8At(Uint8Array.from(bytes))).toBe(offset)
  })

  it('is found exactly where a decoder refuses the bytes', () => {
    const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0xc3, 0xe2, 0x82, 0xac))
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), (list) => {
        const bytes = Uint8Array.from(list)
        const offset = invalidUtf8At(bytes)
        expect(offset === -1).toBe(isUtf8(bytes))
        expect(isUtf8(bytes.subarray(0, Math.max(0, offset)))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
