import type { Segment } from './segment.ts'

/** So many files are kept open for reading; a folder may hold hundreds. */
const openFiles = 24

/** The segments in use, and which of them are open. */
export class Segments {
  readonly #byNumber = new Map<number, Segment>()
  /** Least recently used first. */
  readonly #recent = new Set<Segment>()

  get(number: number): Segment | undefined {
    return this.#byNumber.get(number)
  }

  /** Puts a segment in, in the place of an older generation. */
  set(segment: Segment): void {
    this.delete(segment.number)
    this.#byNumber.set(segment.number, segment)
  }

  /** Takes a segment out; its file is the caller's matter. */
  delete(number: number): void {
    const segment = this.#byNumber.get(number)
    if (segment) this.#recent.delete(segment)
    this.#byNumber.delete(number)
  }

  all(): Iterable<Segment> {
    return this.#byNumber.values()
  }

  /** The one with the highest number. */
  last(): Segment | undefined {
    return [...this.all()].reduce<Segment | undefined>(
      (last, segment) => (last && last.number > segment.number ? last : segment),
      undefined,
    )
  }

  /** Counts a line of a segment among those that nobody needs. */
  bury(number: number, length: number): void {
    const segment = this.#byNumber.get(number)
    if (segment) segment.dead += length
  }

  /** Whether an older segment may still hold what a later line says is gone. */
  deadBefore(number: number): boolean {
    return [...this.all()].some((segment) => segment.number < number && segment.dead > 0)
  }

  /** A segment that is about to be read; another that has not been for longest is closed for it. */
  toRead(number: number): Segment | undefined {
    const segment = this.#byNumber.get(number)
    if (!segment) return undefined
    this.#recent.delete(segment)
    this.#recent.add(segment)
    if (this.#recent.size > openFiles) this.#closeOldest()
    return segment
  }

  async close(): Promise<void> {
    for (const segment of this.#recent) await segment.close()
  }

  #closeOldest(): void {
    for (const oldest of this.#recent) {
      if (oldest.busy) continue
      this.#recent.delete(oldest)
      // It was only read: nothing is lost where closing fails.
      void oldest.close().catch(() => {})
      return
    }
  }
}
