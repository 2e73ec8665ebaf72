import { newBin } from './held.ts'
import { careless } from './program.ts'
import { expect, test } from './rig.ts'
import { post, sendOnce } from './sender.ts'

test('a second server on the same data names the first, and harms nothing', async ({ rig }) => {
  const first = await rig.start()
  const bin = await newBin(first.url)
  const second = rig.launch()
  expect(await second.exited).toEqual({ code: 69, signal: null })
  expect(second.output).toMatch(new RegExp(`^binspect: .*data.* process ${first.pid}\n$`))
  expect(await sendOnce(first.port, post(bin, '', 'body'))).toMatchObject({ status: 200, seq: 1 })
})

test('the data is free the moment its server is killed', async ({ rig }) => {
  const first = await rig.start()
  await first.kill()
  const second = await rig.start()
  await second.kill()
})

test('two servers that start at once do not both get the data', async ({ rig }) => {
  const both = [rig.launch(), rig.launch()]
  const ends = await Promise.all(
    both.map((program) =>
      program.ready().then(
        () => 'ready',
        async () => (await program.exited).code,
      ),
    ),
  )
  expect(ends).toEqual(expect.arrayContaining([69, 'ready']))
})

test('control: a server without a lock starts twice', async ({ rig }) => {
  const [first, second] = [
    await rig.start({ script: careless }),
    await rig.start({ script: careless }),
  ]
  expect(first.running && second.running).toBe(true)
})
