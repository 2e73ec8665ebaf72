import { cpSync, lstatSync } from 'node:fs'
import { createClient } from '../../shared/client.ts'
import { burst, nothingTold, sha256, type Told } from './burst.ts'
import type { Damage } from './damages.ts'
import { compare, held, newBin } from './held.ts'
import type { Program, ProgramOptions } from './program.ts'
import { seeded } from './random.ts'
import { expect, type Rig } from './rig.ts'
import { post, sendOnce } from './sender.ts'

let damaged = 0

export type Original = { data: string; bin: string; told: Told }

/** Data with short and long bodies, as a program leaves it that is killed, or ended otherwise. */
export async function makeData(
  rig: Rig,
  options: Partial<ProgramOptions> = {},
  end = (program: Program): Promise<unknown> => program.kill(),
): Promise<Original> {
  const program = await rig.start(options)
  const { port, options: started } = program
  const bin = await newBin(program.url)
  const told = nothingTold()
  await burst({ port, bin, label: 'short', connections: 4, count: 50 }, told)
  await burst({ port, bin, label: 'long', connections: 1, count: 2, size: 200_000 }, told)
  await end(program)
  return { data: started.data, bin, told }
}

/** What became of damaged data. */
export type Outcome = {
  /** The damaged copy. */
  data: string
  /** Exit code of a start without `--recover`; `null`: it started. */
  refused: number | null
  /** What that start said. */
  said: string
  shown: number
  lost: number
  /** Requests shown that are not what was sent. */
  wrong: number
  unreadable: number
  /** Whether the next request was given a number that another has had. */
  reused: boolean
}

/** Hurts a copy of the data and starts on it, with `--recover` where it is refused otherwise. */
export async function hurt(
  rig: Rig,
  original: Original,
  damage: Damage,
  seed = 1,
): Promise<Outcome> {
  const data = rig.newFolder(`damaged-${damaged++}`)
  // The lock of a killed program may be a socket, which is no data.
  const isData = (path: string) => !lstatSync(path).isSocket()
  cpSync(original.data, data, { recursive: true, filter: isData })
  damage(data, seeded(seed))
  const first = rig.launch({ data })
  const refused = await Promise.race([first.ready().then(() => null), first.exited])
  const program = refused === null ? first : await rig.start({ data, args: ['--recover'] })
  const result = await examine(program, original)
  const next = await sendOnce(program.port, post(original.bin, 'next', ''))
  await program.kill()
  const reused = next?.status !== 200 || original.told.acked.has(next.seq)
  return { data, refused: refused?.code ?? null, said: first.output, ...result, reused }
}

/** What a program shows of the data: what is missing, and what is not what was sent. */
export async function examine(program: Program, { bin, told }: Original) {
  const list = await createClient({ base: program.url, fetch })('listRequests', {
    params: { id: bin },
    query: { limit: 500 },
  })
  const shown = list.requests.map(({ seq }) => seq)
  const lost = [...told.acked.keys()].filter((seq) => !shown.includes(seq)).length
  let wrong = compare(told, await held(program.url, bin)).altered
  let unreadable = 0
  for (const seq of shown) {
    const bytes = await bodyOf(program, bin, seq)
    if (bytes === undefined) unreadable += 1
    else if (sha256(bytes) !== told.acked.get(seq)?.sha256) wrong += 1
  }
  return { shown: shown.length, lost, wrong, unreadable }
}

/** @returns undefined where the answer says, or its end shows, that this is not the body */
async function bodyOf(program: Program, bin: string, seq: number): Promise<Buffer | undefined> {
  try {
    const response = await fetch(`${program.url}/api/bins/${bin}/requests/${seq}/body`)
    const bytes = Buffer.from(await response.arrayBuffer())
    return response.ok ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Checks what holds whatever has happened to the data. */
export function expectHonest(name: string, outcome: Outcome): void {
  const { refused, said, lost, wrong, reused, data } = outcome
  expect.soft(wrong, name).toBe(0)
  expect.soft(reused, name).toBe(false)
  if (refused === null) {
    expect.soft(lost, name).toBe(0)
    return
  }
  expect.soft(refused, name).toBe(65)
  expect.soft(said, name).toMatch(new RegExp(`^binspect: ${data}/.* --recover .*\n$`))
}

/** Checks that a start was refused, and that recovery saved what could be saved. */
export function expectRefused(name: string, outcome: Outcome): void {
  expectHonest(name, outcome)
  expect.soft(outcome, name).toMatchObject({ refused: 65, unreadable: 0 })
  expect.soft(outcome.lost, name).toBeLessThan(10)
}
