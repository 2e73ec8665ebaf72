import { Char, isDigit, isSpace } from './characters.ts'
import { at, escapedFlag, isKind, type JsonDocument, Kind, openFlag } from './document.ts'
import { isSuspicious, repeatedKeys } from './keys.ts'
import { brokenNumber, brokenString, brokenWord, type Fault, unexpectedToken } from './faults.ts'
import { Findings } from './findings.ts'
import { hasExponent, scanNumber, StringScan } from './scan.ts'
import { Tape } from './tape.ts'
import type { Wanted } from './words.ts'

/** What comes next: a value, what may follow one, or nothing any more. */
const Step = { value: 0, after: 1, stop: 2 } as const
type Step = (typeof Step)[keyof typeof Step]

/** Any integer of fewer characters is safe, and any number without exponent finite. */
const longNumber = 16

export class Reader {
  private readonly text: string
  private readonly maxDepth: number
  private readonly tape: Tape
  private readonly findings: Findings
  private readonly strings = new StringScan()
  private pos = 0
  private depth = 0
  /** The innermost container that is not closed yet; -1 outside the root. */
  private open = -1
  /** Parent of the next value: an array, a key, or -1; an object while it waits for a key. */
  private holder = -1
  private inArray = false

  constructor(text: string, maxDepth: number) {
    this.text = text
    this.maxDepth = maxDepth
    this.tape = new Tape(text, (text.length >> 3) + 16)
    this.findings = new Findings(this.tape, maxDepth)
  }

  read(): JsonDocument {
    if (this.text.charCodeAt(0) === Char.byteOrderMark) {
      this.findings.bom()
      this.pos = 1
    }
    let step: Step = Step.value
    while (step !== Step.stop) step = step === Step.value ? this.value() : this.after()
    const readTo = this.lastEnd()
    while (this.open >= 0) this.abandon(readTo)
    const { text, count, kinds, starts, ends, parents, nexts } = this.tape
    const { error } = this.findings
    const problems = this.findings.inOrder()
    return { text, count, kinds, starts, ends, parents, nexts, readTo, error, problems }
  }

  private value(): Step {
    const code = this.peek()
    switch (code) {
      case Char.quote:
        return this.string()
      case Char.openBrace:
        return this.enter(Kind.object, Char.closeBrace)
      case Char.openBracket:
        return this.enter(Kind.array, Char.closeBracket)
      case 0x74:
        return this.word('true', Kind.true)
      case 0x66:
        return this.word('false', Kind.false)
      case 0x6e:
        return this.word('null', Kind.null)
      default:
        return isDigit(code) || code === Char.minus ? this.number() : this.unexpected('value')
    }
  }

  private after(): Step {
    if (this.open < 0) return this.end()
    const code = this.peek()
    if (this.inArray) {
      if (code === Char.closeBracket) return this.close()
      if (code !== Char.comma) return this.unexpected('comma in array')
      this.pos++
      return Step.value
    }
    this.tape.nexts[this.holder] = this.tape.count
    if (code === Char.closeBrace) return this.close()
    this.holder = this.open
    if (code !== Char.comma) return this.unexpected('comma in object')
    this.pos++
    return this.key()
  }

  private end(): Step {
    this.peek()
    return this.pos >= this.text.length ? Step.stop : this.unexpected('nothing')
  }

  private enter(kind: number, closing: number): Step {
    this.open = this.add(kind, this.pos + 1)
    // Until it is closed, a container's `nexts` counts its elements.
    this.tape.nexts[this.open] = 0
    this.holder = this.open
    this.inArray = kind === Kind.array
    if (++this.depth === this.maxDepth + 1) this.findings.tooDeep(this.open)
    if (this.peek() === closing) return this.close()
    return this.inArray ? Step.value : this.key()
  }

  private close(): Step {
    this.tape.ends[this.open] = ++this.pos
    this.leave()
    return Step.after
  }

  private leave(): void {
    const { tape } = this
    const container = this.open
    tape.nexts[container] = tape.count
    if (!this.inArray) {
      for (const key of repeatedKeys(tape, container)) this.findings.repeatedKey(key)
    }
    const parent = at(tape.parents, container)
    this.inArray = parent >= 0 && isKind(tape, parent, Kind.array)
    this.holder = parent
    this.open = parent < 0 || this.inArray ? parent : at(tape.parents, parent)
    this.depth--
  }

  private abandon(readTo: number): void {
    const { tape } = this
    tape.kinds[this.open] = at(tape.kinds, this.open) | openFlag
    tape.ends[this.open] = readTo
    if (this.holder !== this.open) tape.nexts[this.holder] = tape.count
    this.leave()
  }

  private key(): Step {
    if (this.peek() !== Char.quote) return this.unexpected('key')
    const end = this.strings.scan(this.text, this.pos)
    if (end < 0) return this.fail(brokenString(this.text, ~end))
    const kind = this.strings.escaped ? Kind.key | escapedFlag : Kind.key
    this.holder = this.tape.add(kind, this.pos, end, this.open)
    this.pos = end
    this.checkString(this.holder)
    if (isSuspicious(this.tape, this.holder)) this.findings.suspiciousKey(this.holder)
    if (this.peek() !== Char.colon) return this.unexpected('colon')
    this.pos++
    return Step.value
  }

  private string(): Step {
    const end = this.strings.scan(this.text, this.pos)
    if (end < 0) return this.fail(brokenString(this.text, ~end))
    this.checkString(this.add(this.strings.escaped ? Kind.string | escapedFlag : Kind.string, end))
    return Step.after
  }

  private checkString(node: number): void {
    if (this.strings.deceptive) this.findings.deceptiveString(node)
    if (this.strings.lone) this.findings.loneSurrogate(node)
  }

  private number(): Step {
    const start = this.pos
    const end = scanNumber(this.text, start)
    if (end < 0) return this.fail(brokenNumber(this.text, start, ~end))
    const node = this.add(Kind.number, end)
    const isLong = end - start >= longNumber || hasExponent(this.text, start, end)
    if (isLong) this.findings.largeNumber(node)
    return Step.after
  }

  private word(word: string, kind: number): Step {
    if (!this.text.startsWith(word, this.pos)) {
      return this.fail(brokenWord(this.text, this.pos, word))
    }
    this.add(kind, this.pos + word.length)
    return Step.after
  }

  private add(kind: number, end: number): number {
    const { tape, holder } = this
    const node = tape.add(kind, this.pos, end, holder)
    if (this.inArray) tape.nexts[holder] = at(tape.nexts, holder) + 1
    this.pos = end
    return node
  }

  /** Skips white space and looks at the next character; NaN at the end of the text. */
  private peek(): number {
    const { text } = this
    let i = this.pos
    let code = text.charCodeAt(i)
    while (isSpace(code)) code = text.charCodeAt(++i)
    this.pos = i
    return code
  }

  private unexpected(wanted: Wanted): Step {
    return this.fail(unexpectedToken(this.text, this.pos, wanted))
  }

  private fail(fault: Fault): Step {
    const index = this.inArray && fault.inValue ? at(this.tape.nexts, this.holder) : -1
    this.findings.fail(fault, this.holder, index)
    return Step.stop
  }

  /** Where the last token of the tape ends, closing brackets after it included. */
  private lastEnd(): number {
    const { tape } = this
    let node = tape.count - 1
    if (node < 0) return 0
    if (node === this.open) return at(tape.starts, node) + 1
    let end = at(tape.ends, node)
    for (; node >= 0 && node !== this.open; node = at(tape.parents, node)) {
      end = Math.max(end, at(tape.ends, node))
    }
    return end
  }
}
