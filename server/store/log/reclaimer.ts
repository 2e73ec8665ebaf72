import { dirname } from 'node:path'
import { replaceFile, syncFolder } from '../files.ts'
import type { Appender } from './appender.ts'
import type { Ledger } from './ledger.ts'
import { linesOf } from './lines.ts'
import type { LogBin } from './log-bin.ts'
import { Segment } from './segment.ts'

/** Milliseconds that a segment may go on dying by itself. */
const patience = 30_000

/** A line that stays, and what has to learn of its new place. */
type Kept = { start: number; length: number; bin: LogBin; seq: number | undefined }

/**
 * Gives space back: writes a segment anew without the lines that nobody needs, and puts the new
 * file in the old one's place. At any crash either the one or the other is there, whole.
 */
export class Reclaimer {
  readonly #ledger: Ledger
  readonly #appender: Appender
  /** Segments to be rewritten, whatever is dead in them. */
  #wanted = new Set<number>()
  #running: Promise<void> = Promise.resolve()

  constructor(ledger: Ledger, appender: Appender) {
    this.#ledger = ledger
    this.#appender = appender
  }

  /** Resolves when the segments hold nothing any more but what is needed. */
  purge(numbers: Iterable<number>): Promise<void> {
    for (const number of numbers) this.#wanted.add(number)
    this.#running = this.#running.catch(() => {}).then(() => this.#purge())
    return this.#running
  }

  /** Rewrites what is worth it. Errors wait for the next time. @param now monotonic milliseconds. */
  tick(now: number): void {
    const worth = [...this.#ledger.segments.all()].filter(
      (segment) => segment !== this.#appender.segment && isWorth(segment, now),
    )
    const numbers = worth.map((segment) => segment.number)
    if (numbers.length + this.#wanted.size > 0) this.purge(numbers).catch(() => {})
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.#running.catch(() => {})
  }

  async #purge(): Promise<void> {
    for (const number of [...this.#wanted].sort((a, b) => a - b)) {
      if (number === this.#appender.segment.number) await this.#appender.endSegment()
      const segment = this.#ledger.segments.get(number)
      if (segment && segment !== this.#appender.segment) await this.#rewrite(segment)
      this.#wanted.delete(number)
    }
  }

  async #rewrite(old: Segment): Promise<void> {
    const folder = dirname(old.path)
    const requests = this.#requests(old)
    const scan = this.#mayHoldControl(old)
    const bytes = scan || requests.length > 0 ? await old.read(0, old.size) : Buffer.alloc(0)
    const kept = [...requests, ...(scan ? this.#control(old, bytes) : [])]
    kept.sort((a, b) => a.start - b.start)
    const next = kept.length === 0 ? undefined : new Segment(folder, old.number, old.generation + 1)
    if (next) await writeSegment(next, bytes, kept)
    this.#swap(old, next, kept)
    await old.remove()
    await syncFolder(folder)
  }

  /** Requests that stay: the index knows where they are, readable or not. */
  #requests({ number }: Segment): Kept[] {
    const kept: Kept[] = []
    for (const bin of this.#ledger.bins.values()) {
      if (!bin.segments.has(number)) continue
      for (const { seq, offset, length } of bin.rows.inSegment(number)) {
        kept.push({ start: offset, length, bin, seq })
      }
    }
    return kept
  }

  #mayHoldControl({ number }: Segment): boolean {
    if (this.#ledger.segments.deadBefore(number)) return true
    return [...this.#ledger.bins.values()].some((bin) => bin.control?.segment === number)
  }

  /** Control lines that stay: the last of each bin, and what older segments are still to be told. */
  #control({ number }: Segment, bytes: Buffer): Kept[] {
    const deadBefore = this.#ledger.segments.deadBefore(number)
    const kept: Kept[] = []
    for (const { start, end, line } of linesOf(bytes)) {
      const bin = line.kind === 'control' ? this.#ledger.bins.get(line.bin) : undefined
      if (line.kind !== 'control' || !bin) continue
      const last = bin.control?.segment === number && bin.control.offset === start
      if (!last && !(deadBefore && line.control.gone.length > 0)) continue
      kept.push({ start, length: end - start, bin, seq: undefined })
    }
    return kept
  }

  /** Puts the new file in the old one's place, for readers that come from now on. */
  #swap(old: Segment, next: Segment | undefined, kept: Kept[]): void {
    const { bins, segments } = this.#ledger
    segments.delete(old.number)
    if (next) segments.set(next)
    const stay = new Set(kept.map(({ bin }) => bin))
    for (const bin of bins.values()) if (!stay.has(bin)) bin.segments.delete(old.number)
    let offset = 0
    for (const line of kept) {
      if (!this.#move(old, line, offset)) segments.bury(old.number, line.length)
      offset += line.length
    }
    if (next) next.size = offset
  }

  /** @returns whether the line is still needed. */
  #move(old: Segment, { start, bin, seq }: Kept, offset: number): boolean {
    if (this.#ledger.bins.get(bin.id) !== bin) return false
    if (seq !== undefined) return bin.rows.move(seq, offset)
    const { control } = bin
    if (control?.segment === old.number && control.offset === start) control.offset = offset
    return true
  }
}

/**
 * Half of it is dead, and has been for a while: what retention empties from front to back is soon
 * dead altogether, and then costs nothing to remove.
 */
function isWorth(segment: Segment, now: number): boolean {
  if (segment.dead * 2 <= segment.size) return false
  segment.halfDeadSince ??= now
  const allDead = segment.dead >= segment.size * 0.95
  return allDead || now - segment.halfDeadSince >= patience
}

async function writeSegment(segment: Segment, bytes: Buffer, kept: Kept[]): Promise<void> {
  const lines = kept.map(({ start, length }) => bytes.subarray(start, start + length))
  await replaceFile(segment.path, Buffer.concat(lines))
}
