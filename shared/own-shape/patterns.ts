import { InvalidPattern } from '../pattern/node.ts'
import { readPattern } from '../pattern/regular-expression.ts'
import type { Steps } from '../pattern/run.ts'
import { ownShapeLimits } from './own-shape.ts'

/** A check of ours inside the schema engine, and what it asks for where it fails. */
export type Refinement = { check: (value: unknown) => boolean; error: () => string }

/** Which refinement says that a text was not decided. */
export const undecided = 1

/**
 * Puts regular expressions of our own into a schema, in place of those of the language, which the
 * engine would run for the keyword `pattern`.
 */
export class PatternsReader {
  /** What they may spend together; filled up for each value. */
  readonly steps: Steps = { left: 0 }
  #weight = 0

  /** @throws InvalidPattern */
  read(source: string): Refinement[] {
    const { text, weight, test } = readPattern(source)
    this.#weight += weight
    if (this.#weight > ownShapeLimits.patterns) {
      throw new InvalidPattern('the patterns of this schema are too large together', 1)
    }
    const result = (value: unknown) => typeof value !== 'string' || test(value, this.steps)
    return [
      { check: (value) => result(value) !== false, error: () => `a text that matches ${text}` },
      {
        check: (value) => result(value) !== null,
        error: () => `a text short enough to be held against ${text}`,
      },
    ]
  }
}
