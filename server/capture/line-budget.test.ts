import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLineBudget } from './line-budget.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the first lines of a second are written, the others counted', () => {
  const more: number[] = []
  const budget = createLineBudget(2, (count) => more.push(count))
  expect([budget.spend(), budget.spend(), budget.spend(), budget.spend()]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(more).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(more).toEqual([2])
})

test('each second begins anew', () => {
  const more: number[] = []
  const budget = createLineBudget(1, (count) => more.push(count))
  expect(budget.spend()).toBe(true)
  vi.advanceTimersByTime(1000)
  expect(budget.spend()).toBe(true)
  vi.advanceTimersByTime(1000)
  expect(more).toEqual([])
})
