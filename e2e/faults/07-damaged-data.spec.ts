import { join } from 'node:path'
import { bodyDamages, changeLetters, damages, garbage, logOf, tears } from './damages.ts'
import { careless } from './program.ts'
import { examine, expectHonest, expectRefused, hurt, makeData } from './recovery.ts'
import { expect, test } from './rig.ts'
import { post, sendOnce } from './sender.ts'

test('damage is refused in one line, and recovery saves the rest', async ({ rig }) => {
  const original = await makeData(rig)
  for (const [name, damage] of Object.entries(damages)) {
    expectRefused(name, await hurt(rig, original, damage))
  }
})

test('a torn end is cut off and said, a damaged body is never given', async ({ rig }) => {
  const original = await makeData(rig)
  for (const [name, damage] of Object.entries(tears)) {
    const outcome = await hurt(rig, original, damage)
    expect.soft(outcome, name).toMatchObject({ refused: null, wrong: 0, unreadable: 0 })
    expect.soft(outcome.said, name).toContain(`${logOf(outcome.data)}: cut an unfinished write`)
  }
  for (const [name, damage] of Object.entries(bodyDamages)) {
    const outcome = await hurt(rig, original, damage)
    const expected = { refused: null, lost: 0, wrong: 0, unreadable: 1, reused: false }
    expect.soft(outcome, name).toMatchObject(expected)
  }
})

test('garbage in any place gives no wrong body', async ({ rig }) => {
  const original = await makeData(rig)
  for (let seed = 1; seed <= 2; seed += 1) {
    expectHonest(`seed ${seed}`, await hurt(rig, original, garbage, seed))
  }
})

test('damage that comes while the server runs hides one request, and no other', async ({ rig }) => {
  const original = await makeData(rig)
  const program = await rig.start()
  changeLetters(logOf(original.data))
  expect(await examine(program, original)).toMatchObject({ lost: 1, wrong: 0, unreadable: 0 })
  expect(await sendOnce(program.port, post(original.bin, '', 'body'))).toMatchObject({
    status: 200,
  })
})

test('control: a server without checksums shows a changed body', async ({ rig }) => {
  const data = join(rig.folder, 'careless')
  // Killed, it may have stored nothing yet that could be damaged.
  const original = await makeData(rig, { script: careless, data }, (program) => program.stop())
  changeLetters(join(data, 'requests.ndjson'))
  const program = await rig.start({ script: careless, data })
  expect((await examine(program, original)).wrong).toBeGreaterThan(0)
})
