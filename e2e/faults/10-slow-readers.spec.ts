import { careless, MiB } from './program.ts'
import { expect, test } from './rig.ts'
import { readLive } from './slow-readers.ts'

/** Some 16 MB a reader: far more than the kernel keeps for one that does not read. */
const much = { readers: 9, stalled: 8, pathLength: 24_000, sending: { count: 700 } }

test('readers that stall cost no memory, and miss nothing', async ({ rig }) => {
  const seen = await readLive(rig, much)
  expect(seen).toMatchObject({ lost: 0, altered: 0, latest: 700, incomplete: 0, cutOff: 0 })
  expect(seen.toldWhileStalled).toBeLessThan(seen.latest)
  expect(seen.grown).toBeLessThan(80 * MiB)
})

test('control: a server that sends whatever comes to everybody grows', async ({ rig }) => {
  const seen = await readLive(rig, { ...much, options: { script: careless } })
  expect(seen.grown).toBeGreaterThan(100 * MiB)
})
