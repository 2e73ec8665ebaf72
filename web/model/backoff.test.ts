import { expect, it } from 'vitest'
import { defaultBackoff, waitBefore } from './backoff.ts'

it('doubles the wait up to the most, half of it by chance', () => {
  const waits = [1, 2, 3, 10, 5000].map((n) => [
    waitBefore(n, 0, defaultBackoff),
    waitBefore(n, 1, defaultBackoff),
  ])
  expect(waits).toEqual([
    [150, 300],
    [300, 600],
    [600, 1200],
    [4000, 8000],
    [4000, 8000],
  ])
})
