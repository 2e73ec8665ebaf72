import { expect, it, vi } from 'vitest'
import { createBatch } from './batch.ts'

it('delivers the first at once, and what follows quickly together', async () => {
  const delivered: number[][] = []
  const batch = createBatch<number>((items) => delivered.push(items), 10)
  batch.add([1])
  batch.add([2, 3])
  batch.add([4])
  expect(delivered).toEqual([[1]])
  await vi.waitFor(() => expect(delivered).toEqual([[1], [2, 3, 4]]))
})

it('delivers at once again after a pause', async () => {
  const delivered: number[][] = []
  const batch = createBatch<number>((items) => delivered.push(items), 1)
  batch.add([1])
  batch.add([2])
  await vi.waitFor(() => expect(delivered).toHaveLength(2))
  await new Promise((resolve) => setTimeout(resolve, 20))
  batch.add([3])
  expect(delivered).toEqual([[1], [2], [3]])
})

it('lets many wait for many, and none wait long for one', async () => {
  const times: number[] = []
  const batch = createBatch<number>(() => times.push(performance.now()), 1, 40)
  batch.add([1, 2, 3, 4, 5, 6])
  batch.add([7])
  await vi.waitFor(() => expect(times).toHaveLength(2))
  batch.add([8])
  await vi.waitFor(() => expect(times).toHaveLength(3))
  const [first = 0, second = 0] = times
  // Timers are late on a busy machine, and hardly ever early.
  expect(second - first).toBeGreaterThan(38)
  batch.cancel()
})

it('delivers what waits when asked, and nothing after it was cancelled', () => {
  const delivered: number[][] = []
  const batch = createBatch<number>((items) => delivered.push(items), 60_000, 60_000)
  batch.add([1])
  batch.add([2])
  batch.flush()
  expect(delivered).toEqual([[1], [2]])
  batch.add([3])
  batch.cancel()
  batch.flush()
  expect(delivered).toHaveLength(2)
})
