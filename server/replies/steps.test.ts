import { expect, test } from 'vitest'
import { createReplySteps } from './steps.ts'

test('steps are used in turn, the last one again and again', () => {
  const steps = createReplySteps()
  const taken = [1, 2, 3, 4, 5].map(() => steps.take('a', 3))
  expect(taken).toEqual([0, 1, 2, 2, 2])
  expect(steps.used('a')).toBe(3)
})

test('each bin stands at a step of its own, and starts again on demand', () => {
  const steps = createReplySteps()
  steps.take('a', 3)
  expect([steps.take('a', 3), steps.take('b', 3)]).toEqual([1, 0])
  steps.restart('a')
  expect([steps.used('a'), steps.take('a', 3), steps.used('b')]).toEqual([0, 0, 1])
})

test('a shorter sequence leaves no step out of reach', () => {
  const steps = createReplySteps()
  for (let count = 0; count < 5; count += 1) steps.take('a', 5)
  expect(steps.take('a', 2)).toBe(1)
})
