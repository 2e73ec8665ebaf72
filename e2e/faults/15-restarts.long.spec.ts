import { liveThroughRestarts } from './restarts.ts'
import { expect, test } from './rig.ts'

test('a hundred readers and twelve restarts in a minute', async ({ rig }) => {
  test.setTimeout(600_000)
  const ends = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 'SIGTERM' : 'SIGKILL'))
  const seen = await liveThroughRestarts(rig, { readers: 100, ends, between: 4000 })
  expect(seen).toMatchObject({ lost: 0, altered: 0, gaps: 0, incomplete: 0 })
  expect(seen.exits.map(({ code }) => code)).toEqual(Array(6).fill(0))
  expect(seen.slowest).toBeLessThan(5000)
})
