import type { Severity } from '../events/verdict.ts'
import type { JsonError, JsonProblem, JsonProblemCode } from './document.ts'
import { at, stringAt } from './document.ts'
import type { Fault } from './faults.ts'
import { joinPointer, tokensOf } from './pointer.ts'
import { lineColumn } from './position.ts'
import type { Tape } from './tape.ts'

/** A hostile text may hold millions of faults of one kind: so many of each code are told, of `too-deep` one. */
const maxProblems = 100

const severities: Record<JsonProblemCode, Severity> = {
  'json-syntax': 'error',
  'json-truncated': 'error',
  'trailing-data': 'error',
  'duplicate-key': 'error',
  'number-overflow': 'error',
  'too-deep': 'error',
  'lone-surrogate': 'warning',
  'unsafe-integer': 'warning',
  'suspicious-key': 'warning',
  'control-characters': 'warning',
  bom: 'warning',
}

/** Gathers what is found while a tape grows. */
export class Findings {
  error: JsonError | null = null
  private readonly problems: JsonProblem[] = []
  private readonly counts = new Map<JsonProblemCode, number>()
  private readonly tape: Tape
  private readonly maxDepth: number

  constructor(tape: Tape, maxDepth: number) {
    this.tape = tape
    this.maxDepth = maxDepth
  }

  inOrder(): JsonProblem[] {
    return this.problems.sort((a, b) => a.start - b.start)
  }

  bom(): void {
    this.add('bom', 'The text begins with a byte order mark', -1, [], 0, 1)
  }

  /** The whole branch is named, once, since the place itself is too deep to be of use to anybody. */
  tooDeep(node: number): void {
    if (this.counts.has('too-deep')) return
    this.counts.set('too-deep', 1)
    let branch = node
    for (let up = node; up > 0; up = at(this.tape.parents, up)) branch = up
    const start = at(this.tape.starts, node)
    const message = `More than ${this.maxDepth} objects and arrays lie inside each other`
    this.add('too-deep', message, branch, this.tokens(node).slice(-1), start, start + 1)
  }

  repeatedKey(key: number): void {
    const message = `The key ${this.quoted(key)} is repeated: one of its values gets lost`
    this.note('duplicate-key', message, key)
  }

  suspiciousKey(key: number): void {
    const message = `The key ${this.quoted(key)} can change objects where it is merged carelessly`
    this.note('suspicious-key', message, key)
  }

  deceptiveString(node: number): void {
    this.note('control-characters', 'The text contains invisible control characters', node)
  }

  loneSurrogate(node: number): void {
    this.note('lone-surrogate', 'The text contains half a surrogate pair', node)
  }

  /** Digits that JavaScript and its like cannot keep. */
  largeNumber(node: number): void {
    const { text, starts, ends } = this.tape
    const literal = text.slice(at(starts, node), at(ends, node))
    const value = Number(literal)
    if (!Number.isFinite(value)) {
      this.note('number-overflow', 'The number is too large for a double', node)
    } else if (/^-?\d+$/.test(literal) && !Number.isSafeInteger(value)) {
      const message = `The integer lies beyond 2^53: many readers take it for ${value}`
      this.note('unsafe-integer', message, node)
    }
  }

  /**
   * Notes where the text stops being JSON.
   * @param place the innermost container or key around it; -1 outside the root
   * @param index of the element it lies in, where `place` is an array; else -1
   */
  fail(fault: Fault, place: number, index: number): void {
    const { code, message, start, end } = fault
    const tokens = this.tokens(place)
    if (index >= 0) tokens.unshift(String(index))
    const problem = this.add(code, message, place, tokens, start, end)
    this.error = { ...problem, code, ...lineColumn(this.tape.text, start) }
  }

  private note(code: JsonProblemCode, message: string, node: number): void {
    const count = (this.counts.get(code) ?? 0) + 1
    this.counts.set(code, count)
    if (count > maxProblems) return
    const { starts, ends } = this.tape
    this.add(code, message, node, this.tokens(node), at(starts, node), at(ends, node))
  }

  private add(
    code: JsonProblemCode,
    message: string,
    node: number,
    tokens: string[],
    start: number,
    end: number,
  ): JsonProblem {
    const pointer = joinPointer(tokens.slice(-this.maxDepth))
    const problem = { code, severity: severities[code], message, node, pointer, start, end }
    this.problems.push(problem)
    return problem
  }

  /** An array that is still open counts its elements in `nexts`. */
  private tokens(node: number): string[] {
    return tokensOf(this.tape, node, (tape, array) => at(tape.nexts, array) - 1)
  }

  private quoted(key: number): string {
    const name = stringAt(this.tape, key)
    return `"${name.length > 40 ? `${name.slice(0, 40)}…` : name}"`
  }
}
