import { corpus, sendMutations, splitAtRandom } from './fuzz-runs.ts'
import { keepAll } from './kill-rounds.ts'
import { soundMessages } from './raw-messages.ts'
import { expect, test } from './rig.ts'

test('twenty thousand messages in random pieces are captured as the whole', async ({ rig }) => {
  test.setTimeout(1_200_000)
  const program = await rig.start({ args: keepAll })
  const { differences } = await splitAtRandom(program, corpus(1), 22)
  expect(differences).toEqual([])
})

test('ten thousand broken messages: exactly what Node reads is captured', async ({ rig }) => {
  test.setTimeout(1_200_000)
  const seen = await sendMutations(rig, [...corpus(1), ...soundMessages(100)], 7)
  expect(seen.sent).toBeGreaterThan(10_000)
  expect(seen).toMatchObject({ onlyReference: [], onlyHere: [], alive: 200 })
  expect(seen.output).not.toMatch(/foresaw|"level":(50|60)/)
})
