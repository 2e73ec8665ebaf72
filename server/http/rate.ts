/** Who may be counted at a time; the one unseen for longest gives way. */
const mostKnown = 10_000

type Count = { spent: number; at: number }

/**
 * Bounds how often each of many does something: so many a minute, all of them at once if need be.
 * What was spent comes back evenly; nothing is remembered of who has been quiet for a minute.
 */
export class Rate {
  readonly #perMinute: number
  readonly #now: () => number
  readonly #counts = new Map<string, Count>()

  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute
    this.#now = now
  }

  /** Counts one. @returns seconds to wait where it is one too many, which is not counted; else 0 */
  take(who: string): number {
    const wait = this.wait(who)
    if (wait > 0) return wait
    const spent = this.#spent(who) + 1
    // Set anew, so that the first of the map is the one unseen for longest.
    this.#counts.delete(who)
    this.#counts.set(who, { spent, at: this.#now() })
    if (this.#counts.size > mostKnown) this.#forgetOldest()
    return 0
  }

  /** Seconds until one more is allowed; 0: now. */
  wait(who: string): number {
    const missing = this.#spent(who) + 1 - this.#perMinute
    return missing > 0 ? Math.ceil((missing * 60) / this.#perMinute) : 0
  }

  get known(): number {
    return this.#counts.size
  }

  #spent(who: string): number {
    const count = this.#counts.get(who)
    if (!count) return 0
    const minutes = Math.max(0, this.#now() - count.at) / 60_000
    return Math.max(0, count.spent - minutes * this.#perMinute)
  }

  #forgetOldest(): void {
    for (const who of this.#counts.keys()) {
      this.#counts.delete(who)
      return
    }
  }
}
