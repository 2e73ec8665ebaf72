import type { StoreChange } from '../store/store.ts'

const mostRemovals = 10_000

/**
 * What a reader has to be told beside new requests, gathered until it takes it. Bounded: numbers
 * of one bin at most, and where even these grow too many the reader is told to fetch anew.
 */
export class Pending {
  #changed = new Set<number>()
  #removed = new Set<number>()
  #upTo = 0
  /** The last outcome of each scenario's run, ready to be sent. */
  readonly outcomes = new Map<string, Buffer>()
  /** Who else looks, ready to be sent. */
  presence: Buffer | null = null
  bin = false
  reset = false

  note(change: StoreChange): void {
    if (change.type === 'marked') this.#changed.add(change.seq)
    if (change.type !== 'removed') return
    if ('upTo' in change) this.#upTo = Math.max(this.#upTo, change.upTo)
    else for (const seq of change.seqs) this.#removed.add(seq)
    if (this.#removed.size > mostRemovals) this.forgetRemovals()
  }

  /** Sequence numbers whose marks have changed, at most `limit`. */
  takeChanged(limit: number): number[] {
    const taken = [...this.#changed].slice(0, limit)
    for (const seq of taken) this.#changed.delete(seq)
    return taken
  }

  takeUpTo(): number | null {
    const upTo = this.#upTo
    this.#upTo = 0
    return upTo > 0 ? upTo : null
  }

  takeRemoved(): number[] {
    const taken = [...this.#removed]
    this.#removed.clear()
    return taken
  }

  takeOutcome(): Buffer | null {
    for (const [id, frame] of this.outcomes) {
      this.outcomes.delete(id)
      return frame
    }
    return null
  }

  takePresence(): Buffer | null {
    const frame = this.presence
    this.presence = null
    return frame
  }

  /** For a reader that fetches anew, which shows what is gone as well. */
  forgetRemovals(): void {
    this.#removed.clear()
    this.#upTo = 0
    this.reset = true
  }
}
