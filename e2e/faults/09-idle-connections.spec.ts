import { holdIdle } from './idle.ts'
import { MiB } from './program.ts'
import { expect, test } from './rig.ts'

const limits = ['--headers-timeout', '2s', '--request-timeout', '4s']

test('a thousand idle connections disturb nobody, and are closed in time', async ({ rig }) => {
  const seen = await holdIdle(rig, 1000, limits, 60_000)
  expect(seen).toMatchObject({ refused: 0, left: 0, acked: 200, lost: 0 })
  expect(seen.grown).toBeLessThan(100 * MiB)
})

test('control: with patience without end they stay', async ({ rig }) => {
  const seen = await holdIdle(
    rig,
    100,
    ['--headers-timeout', '10m', '--request-timeout', '10m'],
    5000,
  )
  expect(seen.left).toBe(100)
})
