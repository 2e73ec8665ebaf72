import { expect, test } from 'vitest'
import { imageOf } from './image.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

test.each([
  ['89504e470d0a1a0a 0000000d49484452 00000010 00000020', 'image/png', 16, 32],
  ['474946383961 1000 2000', 'image/gif', 16, 32],
  ['ffd8 ffe0 0004 0000 ffc0 0011 08 0020 0010 03', 'image/jpeg', 16, 32],
  [`52494646 00000000 57454250 56503858 0a000000 00000000 0f0000 1f0000`, 'image/webp', 16, 32],
])('%s is a picture of a known size', (bytes, type, width, height) => {
  const padded = Buffer.concat([hex(bytes), Buffer.alloc(2)])
  expect(imageOf(padded)).toEqual({ type, width, height })
})

test.each(['', '89504e47', '<svg xmlns="http://www.w3.org/2000/svg">', 'GIF8', 'RIFF'])(
  '%j is none that is shown',
  (text) => {
    expect(imageOf(Buffer.from(text))).toBeNull()
  },
)

test('a broken JPEG ends the search', () => {
  expect(imageOf(Buffer.concat([hex('ffd8'), Buffer.alloc(100)]))).toBeNull()
  expect(
    imageOf(Buffer.concat([hex('ffd8'), hex('ffe00000').subarray(0), Buffer.alloc(8)])),
  ).toBeNull()
})
