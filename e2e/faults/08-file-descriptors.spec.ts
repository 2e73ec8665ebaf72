import { execFileSync } from 'node:child_process'
import { burst, nothingTold } from './burst.ts'
import { compare, held, newBin } from './held.ts'
import { needCommand } from './needs.ts'
import { careless, pause, type ProgramOptions } from './program.ts'
import { expect, test, type Rig } from './rig.ts'

/** Tries with 20 ms in between. */
const withinOneSecond = 50

/** Lets connections take all file descriptors that a program may have, and sends through them. */
async function exhaust(rig: Rig, options: Partial<ProgramOptions> = {}) {
  const program = await rig.start(options)
  const { port, url } = program
  const bin = await newBin(url)
  execFileSync('prlimit', ['--pid', String(program.pid), '--nofile=60:60'])
  const told = nothingTold()
  const many = { port, bin, connections: 200, count: 400, rest: 5 }
  // Long bodies need a file each while they come in.
  await burst({ ...many, label: 'long', size: 100_000 }, told)
  await burst({ ...many, label: 'short' }, told)
  const enough = told.acked.size
  const got = () => told.acked.size > enough
  for (let tries = 0; tries < withinOneSecond && !got(); tries += 1) {
    await burst({ port, bin, label: `released-${tries}`, connections: 1, count: 1 }, told)
    await pause(20)
  }
  // What is written later has had its time by now.
  await pause(500)
  await program.kill()
  const again = await rig.restart(program)
  const refused = [...told.refused.keys()]
  const result = compare(told, await held(again.url, bin))
  return { ...result, refused, broken: told.broken, recovered: got(), output: program.output }
}

test('without file descriptors it refuses, without lies, until there are some again', async ({
  rig,
}) => {
  needCommand('prlimit')
  const seen = await exhaust(rig)
  expect(seen).toMatchObject({ lost: 0, altered: 0, refused: [503], recovered: true })
  expect(seen.broken).toBeGreaterThan(0)
})

test('control: a server that ignores errors of files is caught', async ({ rig }) => {
  needCommand('prlimit')
  expect((await exhaust(rig, { script: careless })).lost).toBeGreaterThan(0)
})
