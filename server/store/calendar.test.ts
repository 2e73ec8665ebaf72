import { expect, test } from 'vitest'
import { Calendar } from './calendar.ts'
import { createManualClock } from './manual-clock.ts'

const hour = 3_600_000
const minute = 60_000

test('believes a clock that runs on, and one that is set by less than an hour', () => {
  const clock = createManualClock()
  const calendar = new Calendar(clock)
  expect(calendar.today()).toBe(clock.now())
  clock.advance(48 * hour)
  expect(calendar.today()).toBe(clock.now())
  clock.jump(-hour)
  expect(calendar.today()).toBe(clock.now())
})

test.each([2 * hour, -2 * hour, 87_600 * hour])(
  'waits for ten minutes after a jump of %d ms',
  (jump) => {
    const clock = createManualClock()
    const calendar = new Calendar(clock)
    clock.jump(jump)
    expect(calendar.today()).toBeNull()
    clock.advance(9 * minute)
    expect(calendar.today()).toBeNull()
    clock.advance(minute)
    expect(calendar.today()).toBe(clock.now())
  },
)

test('waits where it wakes long after the last date that the data knows', () => {
  const clock = createManualClock()
  const calendar = new Calendar(clock, clock.now() - 2 * hour)
  expect(calendar.today()).toBeNull()
  clock.advance(10 * minute)
  expect(calendar.today()).toBe(clock.now())
})
