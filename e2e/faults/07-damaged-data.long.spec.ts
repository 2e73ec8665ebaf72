import { garbage } from './damages.ts'
import { hurt, makeData } from './recovery.ts'
import { expect, test } from './rig.ts'

test('garbage in two hundred places gives no wrong body', async ({ rig }) => {
  test.setTimeout(1_800_000)
  const original = await makeData(rig)
  const found = { refused: 0, started: 0 }
  for (let seed = 101; seed <= 300; seed += 1) {
    const outcome = await hurt(rig, original, garbage, seed)
    found[outcome.refused === null ? 'started' : 'refused'] += 1
    expect.soft(outcome, `seed ${seed}`).toMatchObject({ wrong: 0, reused: false })
    expect.soft([null, 65], `seed ${seed}`).toContain(outcome.refused)
  }
  expect(found.refused).toBeGreaterThan(20)
  expect(found.started).toBeGreaterThan(20)
})
