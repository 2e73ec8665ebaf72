import { liveThroughRestarts } from './restarts.ts'
import { expect, test } from './rig.ts'

test('readers that come back are told of everything once, whatever ended the server', async ({
  rig,
}) => {
  const seen = await liveThroughRestarts(rig, { readers: 10, ends: ['SIGTERM', 'SIGKILL'] })
  expect(seen).toMatchObject({ lost: 0, altered: 0, gaps: 0, incomplete: 0 })
  expect(seen.exits).toEqual([{ code: 0, signal: null }])
  expect(seen.slowest).toBeLessThan(5000)
  expect([...seen.codes]).toEqual(expect.arrayContaining([1012, 1006]))
})

test('control: readers that forget how far they were are told of things twice', async ({ rig }) => {
  const forgetful = { readers: 3, between: 1500, forget: true }
  const seen = await liveThroughRestarts(rig, { ends: ['SIGKILL'], ...forgetful })
  // One that had been told of nothing before the end has nothing to be told of twice.
  expect(seen.incomplete).toBeGreaterThan(0)
})
