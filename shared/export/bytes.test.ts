import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { encodeBase64 } from './bytes.ts'

test.each([0, 1, 2, 3, 4, 5, 1000])('%i bytes become base64', (length) => {
  const bytes = randomBytes(length)
  expect(encodeBase64(bytes)).toBe(bytes.toString('base64'))
})
