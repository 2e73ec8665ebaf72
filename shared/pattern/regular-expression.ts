import { InvalidPattern } from './node.ts'
import { parsePattern } from './parse.ts'
import { ProgramWriter, TooLargeProgram } from './program.ts'
import { runProgram, type Steps } from './run.ts'

/** A regular expression that somebody wrote, which can be run over what strangers send. */
export type RegularExpression = {
  /** As it is shown: between slashes, cut where it is long. */
  text: string
  /** Instructions, and ranges in them: times the characters of a text, what matching costs. */
  weight: number
  /** Whether it matches anywhere in a text; `null` where the steps ran out before it was known. */
  test: (text: string, steps: Steps) => boolean | null
}

export const patternLimits = {
  /** Characters. */
  length: 1000,
  /** Instructions and ranges, repetitions written out. */
  weight: 1000,
} as const

const shown = 100

/** @throws InvalidPattern with the place and what to do */
export function readPattern(source: string): RegularExpression {
  const { length, weight } = patternLimits
  if (source.length > length) {
    throw new InvalidPattern(`a pattern has at most ${length} characters: shorten it`, length + 1)
  }
  const writer = new ProgramWriter(weight)
  try {
    writer.write(parsePattern(source))
    const program = writer.finish()
    const text = source.length > shown ? `${source.slice(0, shown)}…` : source
    return {
      text: `/${text}/`,
      weight: writer.weight,
      test: (subject, steps) => runProgram(program, subject, steps),
    }
  } catch (error) {
    if (!(error instanceof TooLargeProgram)) throw error
    throw new InvalidPattern('the pattern is too large: repeat less, or write it shorter', 1)
  }
}
