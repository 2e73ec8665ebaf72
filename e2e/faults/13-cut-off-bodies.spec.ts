import { breakOff } from './broken-bodies.ts'
import { careless } from './program.ts'
import { expect, test } from './rig.ts'

test('bodies that break off are shown as such, and leave nothing behind', async ({ rig }) => {
  const seen = await breakOff(rig, 45)
  expect(seen).toMatchObject({ shown: 90, whole: 0, otherSize: 0, otherFiles: 0, answered: 0 })
  expect(seen.grown).toBeLessThan(20)
})

test('control: a server that does not look whether a body came to its end is caught', async ({
  rig,
}) => {
  const seen = await breakOff(rig, 30, { script: careless }, 20)
  expect(seen.whole).toBeGreaterThan(0)
})
