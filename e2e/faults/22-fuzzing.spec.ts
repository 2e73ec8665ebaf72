import { corpus, sendMutations, splitAtRandom, splitEverywhere } from './fuzz-runs.ts'
import { keepAll } from './kill-rounds.ts'
import { careless } from './program.ts'
import { rawMessages, soundMessages } from './raw-messages.ts'
import { expect, test } from './rig.ts'

test('wherever a message is split, the same is captured', async ({ rig }) => {
  const program = await rig.start({ args: keepAll })
  for (const [name, message] of Object.entries(rawMessages)) {
    const seen = await splitEverywhere(program, message)
    const same = { captured: seen.splits, otherAnswers: 0, otherCaptures: 0 }
    expect.soft(seen, name).toMatchObject(same)
  }
})

test('random pieces of raw messages are captured as the whole', async ({ rig }) => {
  const program = await rig.start({ args: keepAll })
  const { captured, differences } = await splitAtRandom(program, corpus(8), 1)
  expect(differences).toEqual([])
  expect(captured).toBeGreaterThan(10)
})

test('of broken messages, exactly what Node reads as requests is captured', async ({ rig }) => {
  const seen = await sendMutations(rig, [...corpus(8), ...soundMessages(40)], 1)
  expect(seen).toMatchObject({ onlyReference: [], onlyHere: [], alive: 200 })
  expect(seen.captured).toBeGreaterThan(50)
  expect(seen.output).not.toMatch(/foresaw|"level":(50|60)/)
})

test('control: a server that takes each piece of a body for text is caught', async ({ rig }) => {
  const program = await rig.start({ script: careless })
  const [message = () => ''] = Object.values(rawMessages)
  // A server that is kept waiting by others reads both pieces as one: then it is tried again.
  await expect(async () => {
    expect((await splitEverywhere(program, message)).otherCaptures).toBeGreaterThan(0)
  }).toPass({ timeout: 120_000 })
})
