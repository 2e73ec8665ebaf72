import type { CharacterSet } from './characters.ts'
import type { Assertion, PatternNode } from './node.ts'

/** One step of a program; where nothing else is said, the next one follows. */
export type Instruction =
  | { do: 'take'; set: CharacterSet }
  | { do: 'assert'; assertion: Assertion }
  /** Goes on at both places. */
  | { do: 'split'; to: number }
  | { do: 'jump'; to: number }
  | { do: 'match' }

/** More than `most` instructions, and ranges in them, came of a regular expression. */
export class TooLargeProgram extends Error {}

/** Writes a regular expression as a program for `runProgram`: Thompson's construction. */
export class ProgramWriter {
  readonly program: Instruction[] = []
  /** Instructions, and ranges in them: times the characters of a text, what running costs. */
  weight = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** @throws TooLargeProgram */
  write(node: PatternNode): void {
    switch (node.type) {
      case 'set':
        return this.#add({ do: 'take', set: node.set }, node.set.weight)
      case 'assertion':
        return this.#add({ do: 'assert', assertion: node.assertion })
      case 'sequence':
        return node.parts.forEach((part) => this.write(part))
      case 'choice':
        return this.#writeChoice(node.branches)
      case 'repeat':
        return this.#writeRepeat(node.node, node.min, node.max)
    }
  }

  finish(): readonly Instruction[] {
    this.#add({ do: 'match' })
    return this.program
  }

  #writeChoice(branches: readonly PatternNode[]): void {
    const jumps = branches.slice(0, -1).map((branch) => {
      const split = this.#addTo('split')
      this.write(branch)
      const jump = this.#addTo('jump')
      split.to = this.program.length
      return jump
    })
    const [last] = branches.slice(-1)
    if (last) this.write(last)
    for (const jump of jumps) jump.to = this.program.length
  }

  #writeRepeat(node: PatternNode, min: number, max: number): void {
    let start = this.program.length
    for (let times = 0; times < min; times++) {
      start = this.program.length
      this.write(node)
      // What writes nothing can be repeated any number of times.
      if (this.program.length === start) return
    }
    if (max !== Infinity) return this.#writeOptional(node, max - min)
    if (min > 0) {
      this.#addTo('split').to = start
      return
    }
    const split = this.#addTo('split')
    this.write(node)
    this.#addTo('jump').to = start
    split.to = this.program.length
  }

  #writeOptional(node: PatternNode, times: number): void {
    const splits: { to: number }[] = []
    for (let left = times; left > 0; left--) {
      splits.push(this.#addTo('split'))
      this.write(node)
    }
    for (const split of splits) split.to = this.program.length
  }

  #addTo(what: 'split' | 'jump'): { to: number } {
    const instruction = { do: what, to: 0 }
    this.#add(instruction)
    return instruction
  }

  #add(instruction: Instruction, weight = 1): void {
    this.weight += weight
    if (this.weight > this.#most) throw new TooLargeProgram()
    this.program.push(instruction)
  }
}
