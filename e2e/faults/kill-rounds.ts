import { burst, nothingTold } from './burst.ts'
import { compare, held, newBin } from './held.ts'
import { pause, type ProgramOptions } from './program.ts'
import { below, seeded } from './random.ts'
import type { Rig } from './rig.ts'

/** Keeps everything: caps are another matter. */
export const keepAll = ['--max-requests', '1000000', '--max-bytes', '10GiB']

/** Kills the program in the middle of a burst, again and again, and holds promises against what is left. */
export async function killRounds(rig: Rig, rounds: number, options: Partial<ProgramOptions> = {}) {
  const random = seeded(1)
  const told = nothingTold()
  let program = await rig.start({ args: keepAll, ...options })
  const bin = await newBin(program.url)
  for (let round = 1; round <= rounds; round += 1) {
    const { port } = program
    const enough = told.acked.size + 300 + below(random, 700)
    const bursting = burst({ port, bin, label: `round-${round}` }, told)
    while (told.acked.size < enough && program.running) await pause(1)
    await program.kill()
    await bursting
    program = await rig.restart(program)
  }
  const result = compare(told, await held(program.url, bin))
  return { ...result, acked: told.acked.size, refused: told.refused, output: program.output }
}
