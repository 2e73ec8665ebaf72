import { expect, test } from 'vitest'
import { gapText } from './gap.ts'

test.each([
  [48, '+48 ms'],
  [1_900, '+1.9 sec'],
  [240_000, '+4 min'],
  [5_400_000, '+1.5 hr'],
  [864_000_000, '+10 days'],
])('%i ms are %s', (gap, text) => {
  expect(gapText(gap, 'en')).toBe(text)
})

test('each language has its own units', () => {
  expect(gapText(1_900, 'fr').replaceAll(/\s/g, ' ')).toBe('+1,9 s')
})
