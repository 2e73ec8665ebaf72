import { holdIdle, needDescriptors } from './idle.ts'
import { MiB } from './program.ts'
import { expect, test } from './rig.ts'

test('ten thousand idle connections disturb nobody, and are closed in time', async ({ rig }) => {
  needDescriptors(11_000)
  const limits = ['--headers-timeout', '30s', '--request-timeout', '60s']
  const seen = await holdIdle(rig, 10_000, limits, 120_000)
  expect(seen).toMatchObject({ refused: 0, left: 0, acked: 200, lost: 0 })
  expect(seen.grown).toBeLessThan(150 * MiB)
})
