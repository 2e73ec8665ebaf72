import { burst, nothingTold } from './burst.ts'
import { compare, held, newBin } from './held.ts'
import { mountMemory, needMounts, remount } from './mounts.ts'
import { careless, pause, type ProgramOptions } from './program.ts'
import { expect, test, type Rig } from './rig.ts'

const size = 20_000
/** Requests that rest for 50 ms after each reply. */
const withinOneSecond = 20

/** Fills a disk of 3 MB, goes on for a while, then makes it larger and sends on until one gets through. */
async function fill(rig: Rig, options: Partial<ProgramOptions> = {}) {
  const disk = mountMemory(rig, '3m')
  const program = await rig.start({ data: disk, ...options })
  const { port, url } = program
  const bin = await newBin(url)
  const told = nothingTold()
  await burst({ port, bin, label: 'full', connections: 4, count: 400, size }, told)
  const reading = await Promise.all(['/', '/api/health', `/api/bins/${bin}/requests`].map(status))
  const whileFull = { refused: new Map(told.refused), reading }
  remount(disk, 'size=30m')
  const enough = told.acked.size
  const got = () => told.acked.size > enough
  await burst(
    {
      port,
      bin,
      label: 'room',
      connections: 1,
      rest: 50,
      count: withinOneSecond,
      until: got,
      size,
    },
    told,
  )
  // What is written later has had its time by now.
  await pause(500)
  await program.kill()
  const again = await rig.restart(program)
  const found = compare(told, await held(again.url, bin))
  return { ...found, whileFull, recovered: got(), said: program.output }

  async function status(path: string): Promise<number> {
    return (await fetch(url + path)).status
  }
}

test('a full disk refuses with 507, loses nothing, and takes requests again', async ({ rig }) => {
  needMounts(rig)
  const seen = await fill(rig)
  expect([...seen.whileFull.refused.keys()]).toEqual([507])
  expect(seen.whileFull.reading).toEqual([200, 200, 200])
  expect(seen).toMatchObject({ lost: 0, altered: 0, extra: 0, recovered: true })
})

test('control: a server that ignores errors of the disk is caught', async ({ rig }) => {
  needMounts(rig)
  const seen = await fill(rig, { script: careless })
  expect(seen.whileFull.refused.size).toBe(0)
  expect(seen.lost).toBeGreaterThan(0)
})
