import type { Clock } from './clock.ts'

const longestTrustedJump = 3_600_000
const confirmation = 600_000

/**
 * The date, once it can be trusted: a machine that wakes with a wrong clock must not expire
 * everything it holds. After a jump of more than an hour the new date has to stand for ten minutes.
 */
export class Calendar {
  readonly #clock: Clock
  /** Wall time minus monotonic time: constant while the clock does not jump. */
  #offset: number
  #trustedFrom = 0

  /** @param lastKnown latest date that the stored data vouches for, where there is one. */
  constructor(clock: Clock, lastKnown?: number) {
    this.#clock = clock
    this.#offset = clock.now() - clock.monotonic()
    const away = lastKnown === undefined ? 0 : clock.now() - lastKnown
    if (away > longestTrustedJump) this.#trustedFrom = clock.monotonic() + confirmation
  }

  /** Milliseconds since 1970, or `null` while a jump waits to be confirmed. */
  today(): number | null {
    const now = this.#clock.now()
    const monotonic = this.#clock.monotonic()
    const jump = Math.abs(now - monotonic - this.#offset)
    this.#offset = now - monotonic
    if (jump > longestTrustedJump) this.#trustedFrom = monotonic + confirmation
    return monotonic < this.#trustedFrom ? null : now
  }

  /** Whether a moment, if there is one, has come; never while a jump waits to be confirmed. */
  hasCome(moment: number | null): boolean {
    return moment !== null && moment <= (this.today() ?? -Infinity)
  }
}
