import type { CharacterSet } from './characters.ts'

/** `^`, `$`, `\b` and `\B`. */
export type Assertion = 'start' | 'end' | 'boundary' | 'no boundary'

/** A regular expression as it was read. */
export type PatternNode =
  | { type: 'set'; set: CharacterSet }
  | { type: 'assertion'; assertion: Assertion }
  | { type: 'sequence'; parts: readonly PatternNode[] }
  | { type: 'choice'; branches: readonly PatternNode[] }
  | { type: 'repeat'; node: PatternNode; min: number; max: number }

/** Why a text is no regular expression that can be used here, and where. */
export class InvalidPattern extends Error {
  /** @param position of the character, from 1 */
  constructor(reason: string, position: number) {
    super(`Character ${position}: ${reason}`)
    this.name = 'InvalidPattern'
  }
}
