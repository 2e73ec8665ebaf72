import type { RequestHead } from '../../../shared/request.ts'
import type { BodyFile, StoreError } from '../store.ts'
import { addRequest } from './encode.ts'
import type { Entry } from './ledger.ts'
import type { LogBin } from './log-bin.ts'
import { Page } from './page.ts'
import type { Removal } from './plan.ts'

/** Somebody who waits for the segment to end. */
export type Waiting = { resolve: () => void; reject: (error: StoreError) => void }

/** What was taken in, ready to be written. */
export type Batch = {
  entries: Entry[]
  removals: Removal[]
  ends: Waiting[]
  /** The lines of the entries; valid until the next batch but one. */
  lines: Buffer
}

/** What has come since the last write. */
export class Intake {
  #entries: Entry[] = []
  #removals: Removal[] = []
  #ends: Waiting[] = []
  /** Filled while the other is being written. */
  #page = new Page()
  #spare = new Page()

  get empty(): boolean {
    return this.#entries.length === 0 && !this.urgent
  }

  get requests(): number {
    return this.#entries.length
  }

  /** Whether something waits that may give space back. */
  get urgent(): boolean {
    return this.#removals.length + this.#ends.length > 0
  }

  request(
    bin: LogBin,
    head: RequestHead,
    body: Buffer | BodyFile,
    resolve: (seq: number) => void,
    reject: (error: StoreError) => void,
  ): Entry {
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
      length: addRequest(this.#page, bin.id, seq, head, body),
      resolve,
      reject,
    }
    bin.assigned = seq
    this.#entries.push(entry)
    return entry
  }

  removal(removal: Removal): void {
    this.#removals.push(removal)
  }

  end(waiting: Waiting): void {
    this.#ends.push(waiting)
  }

  take(): Batch {
    const batch = { ...this.takeRequests(), removals: this.#removals, ends: this.#ends }
    this.#removals = []
    this.#ends = []
    return batch
  }

  takeRequests(): { entries: Entry[]; lines: Buffer } {
    const taken = { entries: this.#entries, lines: this.#page.view() }
    const filled = this.#page
    this.#page = this.#spare
    this.#page.clear()
    this.#spare = filled
    this.#entries = []
    return taken
  }
}
