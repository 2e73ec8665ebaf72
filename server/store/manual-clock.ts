import type { Clock } from './clock.ts'

export type ManualClock = Clock & {
  /** Lets time pass and runs what is due. */
  advance(milliseconds: number): void
  /** Sets the wall clock without time passing. */
  jump(milliseconds: number): void
}

/** A clock for tests: nothing happens until time is told to pass. */
export function createManualClock(start = Date.UTC(2025, 0, 1)): ManualClock {
  let wall = start
  let monotonic = 0
  const tasks = new Set<() => void>()
  return {
    now: () => wall,
    monotonic: () => monotonic,
    every(_milliseconds, task) {
      tasks.add(task)
      return () => tasks.delete(task)
    },
    advance(milliseconds) {
      wall += milliseconds
      monotonic += milliseconds
      for (const task of tasks) task()
    },
    jump(milliseconds) {
      wall += milliseconds
      for (const task of tasks) task()
    },
  }
}
