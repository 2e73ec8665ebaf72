import { breakOff } from './broken-bodies.ts'
import { expect, test } from './rig.ts'

test('a thousand bodies that break off are shown as such', async ({ rig }) => {
  const seen = await breakOff(rig, 999)
  expect(seen).toMatchObject({ shown: 1998, whole: 0, otherSize: 0, otherFiles: 0, answered: 0 })
  expect(seen.grown).toBeLessThan(20)
})
