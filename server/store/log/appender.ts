import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RequestHead } from '../../../shared/request.ts'
import { storeError } from '../fault.ts'
import { StoreError, type BodyFile, type StoreHealth } from '../store.ts'
import { bodyText, requestLine } from './encode.ts'
import type { Entry, Ledger } from './ledger.ts'
import type { LogBin } from './log-bin.ts'
import { Page } from './page.ts'
import { stepLine, type Removal, type Removed, type Step } from './plan.ts'
import type { Segment } from './segment.ts'
import type { Tail } from './tail.ts'

type Waiting = { resolve: () => void; reject: (error: StoreError) => void }

type Batch = {
  steps: Step[]
  /** Bytes of the steps' lines, which come first. */
  stepSizes: number[]
  entries: Entry[]
  ends: Waiting[]
  pieces: Buffer[]
}

/**
 * Group commit: one write, and one sync where that is asked for, for everything that came while
 * the last one ran. What is appended is seen by nobody before it is safe.
 */
export class Appender {
  readonly #ledger: Ledger
  readonly #tail: Tail
  readonly #onFreed: (files: string[]) => void
  /** Filled while the other is being written. */
  #page = new Page()
  #spare = new Page()
  readonly #stepPage = new Page()
  #queue: Entry[] = []
  #removals: Removal[] = []
  #ends: Waiting[] = []
  #running: Promise<void> | undefined
  #closed = false

  constructor(ledger: Ledger, tail: Tail, onFreed: (files: string[]) => void) {
    this.#ledger = ledger
    this.#tail = tail
    this.#onFreed = onFreed
  }

  append(bin: LogBin, head: RequestHead, body: Buffer | BodyFile): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new StoreError('closed', 'the store is closed')
      const seq = bin.assigned + 1
      const inline = Buffer.isBuffer(body)
      const entry: Entry = {
        bin,
        seq,
        receivedAt: head.receivedAt,
        kept: inline ? body.length : body.size,
        file: inline ? '' : body.file,
        truncated: head.flags.includes('truncated'),
        aborted: head.flags.includes('aborted'),
        length: this.#page.add(requestLine(bin.id, seq, head, body), inline ? bodyText(body) : ''),
        resolve,
        reject,
      }
      bin.assigned = seq
      this.#queue.push(entry)
      this.#ledger.expect(entry)
      this.#wake()
    })
  }

  remove(bin: LogBin, seqs: number[] | 'all'): Promise<Removed> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new StoreError('closed', 'the store is closed')
      this.#removals.push({ bin, seqs, resolve, reject })
      this.#wake()
    })
  }

  /** The segment that is being written. */
  get segment(): Segment {
    return this.#tail.segment
  }

  /** Ends the segment that is being written, behind all that was asked for before. @throws StoreError */
  endSegment(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#ends.push({ resolve, reject })
      this.#wake()
    })
  }

  /** Writes what is due without waiting for a request, and finds out whether the disk works again. */
  tick(): void {
    if (!this.#closed && (this.#ledger.pending || this.#tail.fault)) this.#wake()
  }

  #wake(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
      if (this.#asked) this.#wake()
    })
  }

  health(): StoreHealth {
    if (this.#closed) return { status: 'failed', detail: 'the store is closed' }
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

  get #asked(): boolean {
    return this.#queue.length + this.#removals.length + this.#ends.length > 0
  }

  async #run(): Promise<void> {
    do {
      // All sockets that are ready now come first: the batch grows, the cost of a write is shared.
      await nextTurn()
      await this.#commit()
    } while (this.#asked)
  }

  async #commit(): Promise<void> {
    let batch: Batch | undefined
    try {
      await this.#tail.ready()
      batch = this.#seal()
      const spot = { segment: this.#tail.segment.number, offset: this.#tail.segment.size }
      if (batch.pieces.length > 0) await this.#tail.write(batch.pieces)
      this.#apply(batch, spot)
    } catch (error) {
      this.#fail(storeError(error, 'the disk does not take requests'), batch)
      return
    }
    if (batch.ends.length > 0) await this.#rotate(batch.ends)
  }

  async #rotate(ends: Waiting[]): Promise<void> {
    try {
      await this.#tail.rotate()
      for (const { resolve } of ends) resolve()
    } catch (error) {
      for (const { reject } of ends) reject(storeError(error, 'cannot begin a segment'))
    }
  }

  #seal(): Batch {
    const steps = this.#ledger.plan(this.#removals)
    this.#stepPage.clear()
    const stepSizes = steps.map((step) => this.#stepPage.add(stepLine(step)))
    const pieces = [this.#stepPage.view(), this.#page.view()].filter((piece) => piece.length > 0)
    const batch = { steps, stepSizes, entries: this.#queue, ends: this.#ends, pieces }
    const filled = this.#page
    this.#page = this.#spare
    this.#page.clear()
    this.#spare = filled
    this.#queue = []
    this.#removals = []
    this.#ends = []
    return batch
  }

  #apply({ steps, stepSizes, entries }: Batch, spot: { segment: number; offset: number }): void {
    let { offset } = spot
    const at = () => ({ segment: spot.segment, offset })
    const freed: string[] = []
    steps.forEach((step, index) => {
      const length = stepSizes[index] ?? 0
      freed.push(...this.#ledger.applyStep(step, at(), length))
      offset += length
    })
    const grown = new Set<LogBin>()
    for (const entry of entries) {
      if (this.#ledger.applyEntry(entry, at())) {
        grown.add(entry.bin)
        entry.resolve(entry.seq)
      } else {
        if (entry.file !== '') freed.push(entry.file)
        entry.reject(new StoreError('unknown-bin', `no bin ${entry.bin.id}`))
      }
      offset += entry.length
    }
    this.#ledger.announce(grown)
    if (freed.length > 0) this.#onFreed(freed)
  }

  /** Nothing of the batch stands, nor of what has been numbered after it. */
  #fail(fault: StoreError, batch: Batch | undefined): void {
    const { steps = [], entries: written = [], ends = [] } = batch ?? {}
    const entries = [...written, ...this.#queue]
    const removals = steps.flatMap((step) => step.removals.map(({ removal }) => removal))
    const waiting = [...entries, ...removals, ...this.#removals, ...ends, ...this.#ends]
    this.#queue = []
    this.#removals = []
    this.#ends = []
    this.#page.clear()
    this.#ledger.cancel(steps, entries)
    this.#onFreed(entries.flatMap(({ file }) => (file === '' ? [] : [file])))
    for (const { reject } of waiting) reject(fault)
  }
}
