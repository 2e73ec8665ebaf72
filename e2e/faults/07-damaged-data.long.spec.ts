import { garbage, moreDamages } from './damages.ts'
import { expectHonest, expectRefused, hurt, makeData } from './recovery.ts'
import { expect, test } from './rig.ts'

test('damage of many kinds is refused in one line, and recovery saves the rest', async ({
  rig,
}) => {
  const original = await makeData(rig)
  for (const [name, damage] of Object.entries(moreDamages)) {
    expectRefused(name, await hurt(rig, original, damage))
  }
})

test('garbage in two hundred places gives no wrong body', async ({ rig }) => {
  test.setTimeout(1_800_000)
  const original = await makeData(rig)
  const found = { refused: 0, started: 0 }
  for (let seed = 101; seed <= 300; seed += 1) {
    const outcome = await hurt(rig, original, garbage, seed)
    found[outcome.refused === null ? 'started' : 'refused'] += 1
    expectHonest(`seed ${seed}`, outcome)
  }
  expect(found.refused).toBeGreaterThan(20)
  expect(found.started).toBeGreaterThan(20)
})
