import { sendAtOnce, sendLarge, sha256At, sha256OfLarge } from './large-bodies.ts'
import { LiveReader } from './live-reader.ts'
import { MiB } from './program.ts'
import { expect, test } from './rig.ts'

const size = 100_000_000

test('bodies of 100 MB, three in a row and four at once, need no memory', async ({ rig }) => {
  const { program, bin, answers, others, bodyUrl } = await sendAtOnce(rig, size)
  for (let times = 0; times < 3; times += 1) {
    answers.push(await sendLarge(program.port, bin, size))
  }
  expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(200))
  expect(others).toMatchObject({ refused: new Map(), broken: 0 })
  const expected = sha256OfLarge(size)
  for (const { seq } of answers) expect(await sha256At(bodyUrl(seq))).toBe(expected)
  expect((await sendLarge(program.port, bin, size + 1)).status).toBe(413)
  expect(program.memory().peak).toBeLessThan(250 * MiB)
})

test('large bodies that are shown to somebody need no memory either', async ({ rig }) => {
  const { program, bin, answers, bodyUrl } = await sendAtOnce(rig, size)
  const reader = new LiveReader(program.port, bin, 0)
  rig.later(() => reader.close())
  const told = () => answers.every(({ seq }) => reader.seqs.includes(seq))
  await expect.poll(told, { timeout: 60_000 }).toBe(true)
  const details = answers.map(({ seq }) => fetch(bodyUrl(seq).replace(/\/body$/, '')))
  expect((await Promise.all(details)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(program.memory().peak).toBeLessThan(250 * MiB)
})
