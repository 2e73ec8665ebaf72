import type { Outline } from './decode.ts'
import type { ControlLine } from './encode.ts'
import { linesOf, type PlacedLine } from './lines.ts'
import type { LogBin, Place } from './log-bin.ts'
import type { Segment } from './segment.ts'
import type { Segments } from './segments.ts'

/** Rebuilds bins from the lines of the log, in the order in which they were written. */
export class Rebuilder {
  /** Segments with lines that are damaged, or of bins that were deleted. */
  readonly impure = new Set<number>()
  /** Latest date that a request vouches for. */
  lastKnown: number | undefined
  /** Lines that were lost, at most. */
  lost = 0
  readonly #segments: Segments
  readonly #find: (id: string) => LogBin | undefined

  /** @param find finds a bin; `undefined` where it was deleted. */
  constructor(segments: Segments, find: (id: string) => LogBin | undefined) {
    this.#segments = segments
    this.#find = find
  }

  /** @returns the lines that make no sense. */
  read(segment: Segment, bytes: Buffer): PlacedLine[] {
    this.#segments.set(segment)
    const damaged: PlacedLine[] = []
    for (const placed of linesOf(bytes)) {
      if (!this.#take(segment.number, placed)) damaged.push(placed)
    }
    return damaged
  }

  /** Notes that so many lines of a segment, at most, are lost for good. */
  lose(segment: Segment, lines: number): void {
    this.impure.add(segment.number)
    this.lost += lines
  }

  /** @returns whether the line makes sense. */
  #take(segment: number, { start, end, line }: PlacedLine): boolean {
    if (line.kind === 'damaged') return false
    const bin = this.#find(line.bin)
    const place = { segment, offset: start, length: end - start }
    if (!bin) {
      this.#segments.bury(segment, place.length)
      this.impure.add(segment)
      return true
    }
    if (line.kind === 'control') this.#control(bin, line.control, place)
    else if (line.outline.seq <= bin.latest) return false
    else this.#request(bin, line.outline, place)
    return true
  }

  #request(bin: LogBin, outline: Outline, { segment, offset, length }: Place): void {
    bin.add(outline, segment, offset, length)
    this.lastKnown = Math.max(this.lastKnown ?? 0, outline.receivedAt)
  }

  #control(bin: LogBin, { totals, gone }: ControlLine, place: Place): void {
    if (bin.control) this.#segments.bury(bin.control.segment, bin.control.length)
    bin.control = place
    bin.segments.add(place.segment)
    Object.assign(bin.totals, totals)
    for (const [first, last] of gone) {
      for (const row of bin.rows.between(first - 1, last + 1)) {
        bin.drop(row.seq)
        this.#segments.bury(row.segment, row.length)
      }
    }
  }
}
