import { isWord } from './characters.ts'
import type { Assertion } from './node.ts'
import type { Instruction } from './program.ts'

/** What may still be spent on matching; taken off as it goes. */
export type Steps = { left: number }

/**
 * Whether a program matches anywhere in a text: all its ways are followed at once, none twice at one
 * place, so that the steps grow with the text times the program and never faster.
 * @returns `null` where the steps ran out before it was known
 */
export function runProgram(
  program: readonly Instruction[],
  text: string,
  steps: Steps,
): boolean | null {
  /** For each instruction the last place, from 1, at which it was reached. */
  const reached = new Uint32Array(program.length)
  let places: number[] = []
  for (let at = 0; ;) {
    places.push(0)
    const takes = follow(program, text, at, { places, reached, steps })
    if (typeof takes === 'boolean') return takes
    if (steps.left < 0) return null
    if (at >= text.length) return false
    const code = text.codePointAt(at) ?? 0
    at += code > 0xffff ? 2 : 1
    places = []
    for (const place of takes) {
      const instruction = program[place]
      if (instruction?.do !== 'take') continue
      steps.left -= instruction.set.weight
      if (instruction.set.has(code)) places.push(place + 1)
    }
  }
}

type Front = { places: number[]; reached: Uint32Array; steps: Steps }

/** Goes as far as it can without a character: the instructions that take one; `true` at the end. */
function follow(
  program: readonly Instruction[],
  text: string,
  at: number,
  { places, reached, steps }: Front,
): number[] | true {
  const takes: number[] = []
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const instruction = program[place]
    if (!instruction || reached[place] === at + 1) continue
    reached[place] = at + 1
    steps.left--
    switch (instruction.do) {
      case 'match':
        return true
      case 'take':
        takes.push(place)
        break
      case 'jump':
        places.push(instruction.to)
        break
      case 'split':
        places.push(instruction.to, place + 1)
        break
      case 'assert':
        if (isTrue(instruction.assertion, text, at)) places.push(place + 1)
    }
  }
  return takes
}

function isTrue(assertion: Assertion, text: string, at: number): boolean {
  if (assertion === 'start') return at === 0
  if (assertion === 'end') return at === text.length
  const isBoundary = isWordAt(text, at - 1) !== isWordAt(text, at)
  return isBoundary === (assertion === 'boundary')
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWord(text.charCodeAt(at))
}
