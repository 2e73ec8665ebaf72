import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RequestHead } from '../../../shared/request.ts'
import { storeError } from '../fault.ts'
import { StoreError, type BodyFile, type StoreHealth } from '../store.ts'
import { Intake, type Batch, type Waiting } from './intake.ts'
import type { Entry, Ledger, Spot } from './ledger.ts'
import type { LogBin } from './log-bin.ts'
import { Page } from './page.ts'
import { stepLine, type Removed, type Step } from './plan.ts'
import type { Segment } from './segment.ts'
import type { Tail } from './tail.ts'

/**
 * Group commit: one write, and one sync where that is asked for, for everything that came while
 * the last one ran. What is appended is seen by nobody before it is safe.
 */
export class Appender {
  readonly #ledger: Ledger
  readonly #tail: Tail
  readonly #onFreed: (files: string[]) => void
  readonly #intake = new Intake()
  readonly #stepPage = new Page()
  #running: Promise<void> | undefined
  #closed = false

  /** @param onFreed hears of body files that nobody needs any more. */
  constructor(ledger: Ledger, tail: Tail, onFreed: (files: string[]) => void) {
    this.#ledger = ledger
    this.#tail = tail
    this.#onFreed = onFreed
  }

  /** The segment that is being written. */
  get segment(): Segment {
    return this.#tail.segment
  }

  /** @throws StoreError */
  append(bin: LogBin, head: RequestHead, body: Buffer | BodyFile): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#mustBeOpen()
      this.#ledger.expect(this.#intake.request(bin, head, body, resolve, reject))
      this.#wake()
    })
  }

  /** Resolves when the removal is safe; the bytes are still there. @throws StoreError */
  remove(bin: LogBin, seqs: number[] | 'all'): Promise<Removed> {
    return new Promise((resolve, reject) => {
      this.#mustBeOpen()
      this.#intake.removal({ bin, seqs, resolve, reject })
      this.#wake()
    })
  }

  /** Ends the segment that is being written, behind all that came before. @throws StoreError */
  endSegment(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#intake.end({ resolve, reject })
      this.#wake()
    })
  }

  /** Writes what is due without waiting for a request, and finds out whether the disk works again. */
  tick(): void {
    if (!this.#closed && (this.#ledger.pending || this.#tail.fault)) this.#wake()
  }

  health(): StoreHealth {
    const { fault } = this.#tail
    if (!fault) return { status: 'ok' }
    return { status: fault.code === 'full' ? 'full' : 'failed', detail: fault.message }
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#ledger.pending) this.#wake()
    while (this.#running) await this.#running
    await this.#tail.close()
  }

  #wake(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
      if (!this.#intake.empty) this.#wake()
    })
  }

  async #run(): Promise<void> {
    do {
      // All sockets that are ready now come first: the batch grows, the cost of a write is shared.
      await nextTurn()
      await this.#commit()
    } while (!this.#intake.empty)
  }

  async #commit(): Promise<void> {
    try {
      await this.#tail.mend()
    } catch (error) {
      this.#refuse(this.#intake.take(), [], error)
      return
    }
    await this.#look()
    const batch = this.#intake.take()
    const steps = this.#ledger.plan(batch.removals)
    try {
      await this.#write(batch, steps)
    } catch (error) {
      this.#refuse(batch, steps, error)
      this.#refuse(this.#intake.take(), [], error)
      return
    }
    if (batch.ends.length > 0) await this.#rotate(batch.ends)
  }

  /** Takes no requests while there is no room, but goes on with what may give some back. */
  async #look(): Promise<void> {
    const { fault } = this.#tail
    if (this.#intake.requests === 0 && !fault) return
    try {
      if (this.#intake.urgent && fault?.code === 'full') throw fault
      await this.#tail.look()
    } catch (error) {
      this.#refuse({ ...this.#intake.takeRequests(), removals: [], ends: [] }, [], error)
    }
  }

  async #write({ entries, lines }: Batch, steps: Step[]): Promise<void> {
    this.#stepPage.clear()
    const sizes = steps.map((step) => this.#stepPage.add(stepLine(step)))
    const pieces = [this.#stepPage.view(), lines].filter((piece) => piece.length > 0)
    if (pieces.length === 0) return
    const spot = await this.#tail.write(pieces)
    steps.forEach((step, index) => {
      const size = sizes[index] ?? 0
      this.#onFreed(this.#ledger.applyStep(step, spot, size))
      spot.offset += size
    })
    this.#applyEntries(entries, spot)
  }

  #applyEntries(entries: Entry[], spot: Spot): void {
    const grown = new Set<LogBin>()
    for (const entry of entries) {
      if (this.#ledger.applyEntry(entry, spot)) {
        grown.add(entry.bin)
        entry.resolve(entry.seq)
      } else entry.reject(new StoreError('unknown-bin', `no bin ${entry.bin.id}`))
      spot.offset += entry.length
    }
    this.#ledger.announce(grown)
  }

  async #rotate(ends: Waiting[]): Promise<void> {
    try {
      await this.#tail.rotate()
      for (const { resolve } of ends) resolve()
    } catch (error) {
      for (const { reject } of ends) reject(storeError(error, 'cannot begin a segment'))
    }
  }

  /** Nothing of a batch stands; what was numbered after it has to be refused too. */
  #refuse({ entries, removals, ends }: Batch, steps: Step[], error: unknown): void {
    const fault = storeError(error, 'the disk does not take requests')
    this.#ledger.cancel(steps, entries)
    for (const { reject } of [...entries, ...removals, ...ends]) reject(fault)
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreError('closed', 'the store is closed')
  }
}
