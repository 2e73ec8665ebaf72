import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { burst, nothingTold, type BurstOptions } from './burst.ts'
import { compare, held, newBin } from './held.ts'
import { needCommand } from './needs.ts'
import { careless, pause, type ProgramOptions } from './program.ts'
import { expect, test, type Rig } from './rig.ts'
import { failing } from './strace.ts'

/** Fails syncs of the log only: other files are synced by another call. */
const failSyncs = (when: string) => failing('fdatasync', 'EIO', when)
/** Lets no file grow further. */
const limitFiles = ['prlimit', '--fsize=300000']

/** Sends through the fault, then starts again without it. */
async function endure(rig: Rig, options: Partial<ProgramOptions>, sending: Partial<BurstOptions>) {
  const program = await rig.start(options)
  const bin = await newBin(program.url)
  const told = nothingTold()
  const { port } = program
  await burst({ port, bin, label: 'fault', connections: 4, rest: 10, ...sending }, told)
  const shown = await held(program.url, bin)
  const { running, output } = program
  // What is written later has had its time by now.
  await pause(500)
  await program.kill()
  const again = await rig.start({ ...options, under: [] })
  return {
    ...compare(told, await held(again.url, bin)),
    shown: compare(told, shown),
    refused: [...told.refused.keys()],
    acked: told.acked.size,
    running,
    output,
  }
}

test('a sync that fails for good refuses everything with 503', async ({ rig }) => {
  needCommand('strace')
  const seen = await endure(rig, { under: failSyncs('10+') }, { count: 300 })
  expect(seen).toMatchObject({ lost: 0, altered: 0, extra: 0, refused: [503], running: true })
  expect(seen.shown).toMatchObject({ lost: 0, altered: 0, extra: 0 })
  expect(seen.acked).toBeLessThan(200)
})

test('after syncs that failed for a while, requests go into a new file', async ({ rig }) => {
  needCommand('strace')
  const seen = await endure(rig, { under: failSyncs('10..12') }, { count: 300, rest: 20 })
  expect(seen).toMatchObject({ lost: 0, altered: 0, extra: 0, refused: [503], running: true })
  expect(seen.acked).toBeGreaterThan(60)
  const segments = readdirSync(join(rig.folder, 'data/log'))
  expect(segments.length).toBeGreaterThan(1)
})

test('a file that cannot grow loses nothing', async ({ rig }) => {
  needCommand('prlimit')
  const seen = await endure(rig, { under: limitFiles }, { count: 400 })
  expect(seen).toMatchObject({ lost: 0, altered: 0, extra: 0, refused: [503], running: true })
  expect(seen.shown).toMatchObject({ lost: 0, altered: 0, extra: 0 })
})

test('control: a server that ignores errors of the disk is caught', async ({ rig }) => {
  needCommand('prlimit')
  const seen = await endure(rig, { under: limitFiles, script: careless }, { count: 400 })
  expect(seen.lost).toBeGreaterThan(0)
})
