import { burst, nothingTold, type Told } from './burst.ts'
import { compare, held, newBin } from './held.ts'
import { keepAll } from './kill-rounds.ts'
import { isGapless, LiveReader } from './live-reader.ts'
import { pause, type Exit, type Program } from './program.ts'
import { below, seeded } from './random.ts'
import type { Rig } from './rig.ts'

type Restarts = {
  readers: number
  /** How the server is ended, each time. */
  ends: ('SIGTERM' | 'SIGKILL')[]
  /** Milliseconds that it lives. */
  between?: number
  /** Whether readers come back as if they had seen nothing. */
  forget?: boolean
}

/** Ends and starts the server while some send and others read, all of whom come back. */
export async function liveThroughRestarts(rig: Rig, restarts: Restarts) {
  const { readers: count, ends, between = 1000, forget = false } = restarts
  let program: Program = await rig.start({ args: keepAll })
  const bin = await newBin(program.url)
  const told = nothingTold()
  const state: State = { done: false, latest: Infinity, codes: new Set() }
  const port = () => (program.running ? program.port : 0)
  const sending = send(port, bin, told, state)
  const readers = Array.from({ length: count }, (_, seed) => follow(port, bin, state, forget, seed))

  const exits: Exit[] = []
  let slowest = 0
  for (const signal of ends) {
    await pause(between)
    const asked = Date.now()
    program.signal(signal)
    const exit = await program.exited
    if (signal === 'SIGTERM') exits.push(exit)
    if (signal === 'SIGTERM') slowest = Math.max(slowest, Date.now() - asked)
    program = await rig.restart(program)
  }
  await pause(between)
  state.done = true
  await sending
  const requests = await held(program.url, bin)
  state.latest = requests.at(-1)?.seq ?? 0
  const seqs = await Promise.all(readers)
  const incomplete = seqs.filter((seen) => !isGapless(seen, state.latest)).length
  return { ...compare(told, requests), exits, slowest, incomplete, codes: state.codes }
}

type State = { done: boolean; latest: number; codes: Set<number> }
/** Port of the server; 0 while there is none. */
type Port = () => number

/** Some fifty requests a second, whenever there is somebody to take them. */
async function send(port: Port, bin: string, told: Told, state: State): Promise<void> {
  for (let life = 1; !state.done; life += 1) {
    const now = port()
    const until = () => state.done || port() !== now
    const sending = { port: now, bin, label: `life-${life}`, connections: 4, rest: 80, until }
    if (now > 0) await burst(sending, told)
    await pause(20)
  }
}

/** Reads live until the latest, coming back after a while whenever the connection ends. */
async function follow(port: Port, bin: string, state: State, forget: boolean, seed: number) {
  const random = seeded(seed)
  const seqs: number[] = []
  const hasAll = (more: number[] = []) => (more.at(-1) ?? seqs.at(-1) ?? 0) >= state.latest
  while (!hasAll()) {
    await pause(100 + below(random, 400))
    if (port() === 0) continue
    const reader = new LiveReader(port(), bin, forget ? 0 : (seqs.at(-1) ?? 0))
    while (reader.closed === undefined && !hasAll(reader.seqs)) await pause(20)
    seqs.push(...reader.seqs)
    if (reader.closed !== undefined) state.codes.add(reader.closed)
    reader.close()
  }
  return seqs
}
