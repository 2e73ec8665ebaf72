import { needMounts } from './mounts.ts'
import { cutPower } from './power-cuts.ts'
import { expect, test } from './rig.ts'

test('what was acknowledged is there after a power cut', async ({ rig }) => {
  needMounts(rig)
  for (const cut of await cutPower(rig, 2, 'disk')) {
    expect(cut).toMatchObject({ lost: 0, altered: 0, gaps: 0 })
    expect(cut.acked).toBeGreaterThan(100)
  }
})

test('control: durability that ends with the process loses requests', async ({ rig }) => {
  needMounts(rig)
  const [cut] = await cutPower(rig, 1, 'process')
  expect(cut?.lost).toBeGreaterThan(0)
})
