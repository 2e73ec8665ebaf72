import { needDescriptors } from './idle.ts'
import { MiB } from './program.ts'
import { expect, test } from './rig.ts'
import { readLive } from './slow-readers.ts'

test('a thousand readers, a hundred of which stall, are each told of everything', async ({
  rig,
}) => {
  needDescriptors(3000)
  // Fifteen requests a second, for twenty seconds.
  const sending = { count: 300, connections: 1, rest: 60 }
  const seen = await readLive(rig, { readers: 1000, stalled: 100, pathLength: 4000, sending })
  expect(seen).toMatchObject({ lost: 0, altered: 0, latest: 300, incomplete: 0, cutOff: 0 })
  expect(seen.refused.size).toBe(0)
  expect(seen.grown).toBeLessThan(150 * MiB)
})
