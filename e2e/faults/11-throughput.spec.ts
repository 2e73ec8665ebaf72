import { readLive } from './slow-readers.ts'
import { expect, test } from './rig.ts'

const sending = { connections: 50, count: 2000 }

test('under load, all that was acknowledged is stored, in order, and told', async ({ rig }) => {
  const seen = await readLive(rig, { readers: 1, stalled: 0, pathLength: 1, sending })
  const nothing = { lost: 0, altered: 0, extra: 0, gaps: 0, incomplete: 0 }
  expect(seen).toMatchObject({ ...nothing, latest: 2000, refused: new Map() })
})

test('control: what a cap has evicted is found missing', async ({ rig }) => {
  const options = { args: ['--max-requests', '500'] }
  const seen = await readLive(rig, { readers: 0, stalled: 0, pathLength: 1, sending, options })
  expect(seen.lost).toBe(1500)
})
