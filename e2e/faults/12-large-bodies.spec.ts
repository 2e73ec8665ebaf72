import { sendAtOnce, sha256At, sha256OfLarge, sendLarge } from './large-bodies.ts'
import { careless, MiB } from './program.ts'
import { expect, test } from './rig.ts'

const size = 32 * MiB
/** With four bodies in memory, once each, a process is larger than this. */
const much = 220 * MiB

test('large bodies are kept whole, and never in memory', async ({ rig }) => {
  const { program, answers, others, bodyUrl, bin } = await sendAtOnce(rig, size)
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(others).toMatchObject({ refused: new Map(), broken: 0 })
  const expected = sha256OfLarge(size)
  for (const { seq } of answers) expect(await sha256At(bodyUrl(seq))).toBe(expected)

  const over = await sendLarge(program.port, bin, size + 1)
  expect(over.status).toBe(413)
  expect(await sha256At(bodyUrl(over.seq))).toBe(expected)
  expect(program.memory().peak).toBeLessThan(much)
})

test('control: a server that gathers bodies in memory is caught', async ({ rig }) => {
  const { program } = await sendAtOnce(rig, size, { script: careless })
  expect(program.memory().peak).toBeGreaterThan(much)
})
