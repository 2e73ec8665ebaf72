import { killRounds } from './kill-rounds.ts'
import { expect, test } from './rig.ts'

const connections = 64

test('twenty kills and ten thousand acknowledgements: nothing is lost', async ({ rig }) => {
  test.setTimeout(300_000)
  const seen = await killRounds(rig, 20)
  expect(seen).toMatchObject({ lost: 0, altered: 0, gaps: 0, refused: new Map() })
  expect(seen.acked).toBeGreaterThan(10_000)
  expect(seen.extra).toBeLessThanOrEqual(20 * connections)
})
