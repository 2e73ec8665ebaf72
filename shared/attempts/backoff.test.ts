import { expect, test } from 'vitest'
import { backoffOf } from './backoff.ts'

test.each([
  [[], null],
  [[1000], null],
  [[1000, 1050, 980], { kind: 'fixed' }],
  [[1000, 2010, 4100, 7900], { kind: 'exponential' }],
  [[1000, 3000, 9000], { kind: 'exponential' }],
  [[1000, 2000, 3000, 4000], { kind: 'linear' }],
  [[1000, 5000, 300], { kind: 'irregular' }],
  [[5000, 4000, 1000], { kind: 'irregular' }],
  [[0, 0], { kind: 'fixed' }],
])('waits of %j are %j', (intervals, backoff) => {
  if (backoff === null) expect(backoffOf(intervals)).toBe(null)
  else expect(backoffOf(intervals)).toMatchObject(backoff)
})

test('tells how much', () => {
  expect(backoffOf([1000, 1000])).toEqual({ kind: 'fixed', interval: 1000 })
  expect(backoffOf([1000, 2000, 4000])).toEqual({ kind: 'exponential', factor: 2 })
  expect(backoffOf([1000, 2000, 3000, 4000])).toEqual({ kind: 'linear', step: 1000 })
})
