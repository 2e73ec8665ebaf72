import { expect, test } from 'vitest'
import { eventually } from '../testing/raw-client.ts'
import { createPace } from './pace.ts'

function paced(now: () => number) {
  const woken: number[] = []
  const pace = createPace(async () => void woken.push(now()), now)
  return { pace, woken }
}

test('what comes alone is told in the next turn', async () => {
  const { pace, woken } = paced(() => 0)
  pace.arrived(1, 1)
  expect(woken).toHaveLength(0)
  await new Promise(setImmediate)
  expect(woken).toHaveLength(1)
  pace.arrived(2, 1)
  await new Promise(setImmediate)
  expect(woken).toHaveLength(2)
})

test('what comes together is told together, and then there is a rest', async () => {
  const { pace, woken } = paced(() => performance.now())
  pace.arrived(1, 1)
  await eventually(() => woken.length === 1)
  for (let seq = 2; seq <= 10; seq++) pace.arrived(seq, 1)
  await eventually(() => woken.length === 2)
  pace.arrived(11, 1)
  pace.arrived(12, 1)
  await eventually(() => woken.length === 3)
  const [, second = 0, third = 0] = woken
  expect(third - second).toBeGreaterThan(45)
})

test('many readers are given time, a few none', async () => {
  const { pace, woken } = paced(() => performance.now())
  pace.arrived(1, 1000)
  await eventually(() => woken.length === 1)
  pace.arrived(2, 1000)
  await eventually(() => woken.length === 2)
  const [first = 0, second = 0] = woken
  expect(second - first).toBeGreaterThan(45)
})

test('after telling that took long there is a rest, and what came meanwhile is told then', async () => {
  const woken: number[] = []
  const pace = createPace(async () => {
    woken.push(performance.now())
    if (woken.length === 1) await new Promise((resolve) => setTimeout(resolve, 80))
  })
  pace.arrived(1, 1)
  await eventually(() => woken.length === 1)
  pace.arrived(2, 1)
  await eventually(() => woken.length === 2)
  const [first = 0, second = 0] = woken
  expect(second - first).toBeGreaterThan(125)
})

test('nothing is told after the end', async () => {
  const { pace, woken } = paced(() => 0)
  pace.arrived(1, 1)
  pace.stop()
  await new Promise(setImmediate)
  expect(woken).toHaveLength(0)
})
