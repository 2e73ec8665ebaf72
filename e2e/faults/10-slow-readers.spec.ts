import { careless, MiB } from './program.ts'
import { expect, test } from './rig.ts'
import { readLive } from './slow-readers.ts'

/** Some 12 MB a reader: far more than the kernel keeps for one that does not read. */
const much = { readers: 13, stalled: 12, resumed: 1, pathLength: 24_000, sending: { count: 500 } }

test('readers that stall cost no memory, and miss nothing', async ({ rig }) => {
  const seen = await readLive(rig, much)
  expect(seen).toMatchObject({ lost: 0, altered: 0, latest: 500, incomplete: 0, cutOff: 0 })
  expect(seen.toldWhileStalled).toBeLessThan(seen.latest)
  expect(seen.grown).toBeLessThan(100 * MiB)
})

test('control: a server that sends whatever comes to everybody grows', async ({ rig }) => {
  const seen = await readLive(rig, { ...much, options: { script: careless } })
  expect(seen.grown).toBeGreaterThan(130 * MiB)
})
