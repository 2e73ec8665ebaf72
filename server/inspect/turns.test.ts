import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('others get their turn whenever two milliseconds have been taken', async () => {
  let now = 0
  let others = 0
  const turn = createTurns(() => now)
  const work = async (milliseconds: number) => {
    now += milliseconds
    setImmediate(() => {
      others += 1
    })
    await turn()
    return others
  }
  expect(await work(1)).toBe(0)
  expect(await work(1)).toBe(2)
  expect(await work(1)).toBe(2)
  expect(await work(5)).toBe(4)
})

test('others that always have work have two thirds of the time', async () => {
  let now = 0
  let others = 0
  const turn = createTurns(
    () => now,
    async () => {
      others += 1
      now += 1
    },
  )
  for (let i = 0; i < 30; i += 1) {
    now += 2
    await turn()
  }
  expect(others).toBe(30 * 4)
})
