import { burst, type BurstOptions } from './burst.ts'
import { compare, held, newBin } from './held.ts'
import { keepAll } from './kill-rounds.ts'
import { isGapless, LiveReader } from './live-reader.ts'
import { pause, type ProgramOptions } from './program.ts'
import type { Rig } from './rig.ts'

type Reading = {
  readers: number
  /** How many of them stop reading before anything is sent, until the others have it all. */
  stalled: number
  /** Requests are sent with this many letters in their path, all of which readers are told. */
  pathLength: number
  /** How many of the stalled read on in the end; all of them where it is left out. */
  resumed?: number
  sending: Partial<BurstOptions>
  options?: Partial<ProgramOptions>
}

/** Has a bin read live by some that read and some that do not while requests come in. */
export async function readLive(rig: Rig, reading: Reading) {
  const { readers: count, stalled: stalledCount, pathLength, sending, options } = reading
  const program = await rig.start({ args: keepAll, ...options })
  const { port, url } = program
  const bin = await newBin(url)
  const readers = Array.from({ length: count }, () => new LiveReader(port, bin, 0))
  rig.later(() => readers.forEach((reader) => reader.close()))
  await until(() => readers.every(({ opened }) => opened))
  const stalled = readers.slice(0, stalledCount)
  const resumed = stalled.slice(0, reading.resumed)
  const healthy = readers.slice(stalledCount)
  const before = program.memory().now
  for (const reader of stalled) reader.stall()

  const told = await burst({ port, bin, label: 'x'.repeat(pathLength), connections: 8, ...sending })
  const latest = told.acked.size
  const haveAll = (some: LiveReader[]) => some.every(({ seqs }) => seqs.length >= latest)
  await until(() => haveAll(healthy))
  const grown = program.memory().now - before
  const toldWhileStalled = Math.max(0, ...stalled.map(({ seqs }) => seqs.length))
  for (const reader of resumed) reader.resume()
  await until(() => haveAll(resumed))
  return {
    ...compare(told, await held(url, bin)),
    latest,
    grown,
    toldWhileStalled,
    refused: told.refused,
    incomplete: [...healthy, ...resumed].filter(({ seqs }) => !isGapless(seqs, latest)).length,
    cutOff: readers.filter(({ closed }) => closed !== undefined).length,
  }
}

/** Waits for something, but not for ever: the caller looks at what has come. */
async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!holds() && Date.now() < deadline) await pause(20)
}
