import { needMounts } from './mounts.ts'
import { cutPower } from './power-cuts.ts'
import { expect, test } from './rig.ts'

test('ten power cuts: nothing that was acknowledged is lost', async ({ rig }) => {
  test.setTimeout(600_000)
  needMounts(rig)
  const cuts = await cutPower(rig, 10, 'disk')
  for (const cut of cuts) expect(cut).toMatchObject({ lost: 0, altered: 0, gaps: 0 })
  expect(cuts.at(-1)?.acked).toBeGreaterThan(2000)
})
