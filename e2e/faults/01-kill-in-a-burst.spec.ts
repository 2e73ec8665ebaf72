import { killRounds } from './kill-rounds.ts'
import { careless } from './program.ts'
import { expect, test } from './rig.ts'

const connections = 64

test('a server that is killed in a burst has kept all that it acknowledged', async ({ rig }) => {
  const rounds = 2
  const seen = await killRounds(rig, rounds)
  expect(seen).toMatchObject({ lost: 0, altered: 0, gaps: 0, refused: new Map() })
  expect(seen.acked).toBeGreaterThan(rounds * connections)
  expect(seen.extra).toBeLessThanOrEqual(rounds * connections)
})

test('control: a server that answers before it writes is caught', async ({ rig }) => {
  const seen = await killRounds(rig, 1, { script: careless })
  expect(seen.lost).toBeGreaterThan(0)
})
