import { InvalidPattern } from './node.ts'

/** The text of a regular expression, read from the left. */
export class PatternSource {
  at = 0
  readonly #characters: readonly string[]

  constructor(text: string) {
    this.#characters = Array.from(text)
  }

  /** `''` at the end. */
  get next(): string {
    return this.#characters[this.at] ?? ''
  }

  get nextButOne(): string {
    return this.#characters[this.at + 1] ?? ''
  }

  take(): string {
    const character = this.next
    this.at++
    return character
  }

  /** Takes a text if it comes next. */
  took(text: string): boolean {
    const isNext = this.#characters.slice(this.at, this.at + text.length).join('') === text
    if (isNext) this.at += text.length
    return isNext
  }

  /** Takes what an expression of ours finds here: at most forty characters, all of them ASCII. */
  found(expression: RegExp): RegExpExecArray | null {
    const match = expression.exec(this.#characters.slice(this.at, this.at + 40).join(''))
    if (match) this.at += match[0].length
    return match
  }

  /** @throws InvalidPattern */
  refuse(reason: string, at = this.at): never {
    throw new InvalidPattern(reason, at + 1)
  }
}
