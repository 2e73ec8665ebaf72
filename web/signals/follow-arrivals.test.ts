import { expect, it } from 'vitest'
import { createStore } from '../model/store.ts'
import { followArrivals } from './follow-arrivals.ts'

it('tells of the first arrival at once, and of a flood together', async () => {
  const state = createStore({ heard: 10 })
  const told: number[] = []
  let wake = () => {}
  const stop = followArrivals(
    state,
    (n) => {
      told.push(n)
      wake()
    },
    20,
  )
  state.set({ heard: 11 })
  expect(told).toEqual([1])
  const next = new Promise<void>((resolve) => (wake = resolve))
  state.set({ heard: 12 })
  state.set({ heard: 15 })
  expect(told).toEqual([1])
  await next
  expect(told).toEqual([1, 4])
  stop()
  state.set({ heard: 16 })
  expect(told).toEqual([1, 4])
})
