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

for (const first of [101, 151, 201, 251]) {
  test(`garbage in fifty places gives no wrong body (seeds from ${first})`, async ({ rig }) => {
    test.setTimeout(900_000)
    const original = await makeData(rig)
    const found = { refused: 0, started: 0 }
    for (let seed = first; seed < first + 50; seed += 1) {
      const outcome = await hurt(rig, original, garbage, seed)
      found[outcome.refused === null ? 'started' : 'refused'] += 1
      expectHonest(`seed ${seed}`, outcome)
    }
    expect(found.refused).toBeGreaterThan(5)
    expect(found.started).toBeGreaterThan(5)
  })
}
