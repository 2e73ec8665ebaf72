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

it('delivers more rarely while more keep coming', async () => {
  const times: number[] = []
  const batch = createBatch<number>(() => times.push(performance.now()), 10, 40)
  const feed = setInterval(() => batch.add([1]), 1)
  await vi.waitFor(() => expect(times.length).toBeGreaterThan(5))
  clearInterval(feed)
  batch.cancel()
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  // Timers are late on a busy machine, and hardly ever early.
  const tooShort = gaps.filter((gap, index) => gap < Math.min(40, 10 * 2 ** index) - 2)
  expect(tooShort).toEqual([])
})

it('delivers what waits when asked, and nothing after it was cancelled', () => {
  const delivered: number[][] = []
  const batch = createBatch<number>((items) => delivered.push(items), 60_000)
  batch.add([1])
  batch.add([2])
  batch.flush()
  expect(delivered).toEqual([[1], [2]])
  batch.add([3])
  batch.cancel()
  batch.flush()
  expect(delivered).toHaveLength(2)
})
