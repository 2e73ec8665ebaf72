import { expect, test } from './rig.ts'
import { readLive } from './slow-readers.ts'

for (const size of [1000, 10_000]) {
  test(`twenty seconds of load with bodies of ${size} bytes`, async ({ rig }) => {
    const end = Date.now() + 20_000
    const sending = { connections: 50, until: () => Date.now() > end, size }
    const seen = await readLive(rig, { readers: 1, stalled: 0, pathLength: 1, sending })
    const nothing = { lost: 0, altered: 0, extra: 0, gaps: 0, incomplete: 0 }
    expect(seen).toMatchObject({ ...nothing, refused: new Map() })
    expect(seen.latest).toBeGreaterThan(1000)
  })
}
