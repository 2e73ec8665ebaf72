/** Where one request stands, and what retention needs to know of it. */
export type Row = {
  seq: number
  receivedAt: number
  /** Bytes of its body. */
  kept: number
  /** Number of its segment. */
  segment: number
  offset: number
  /** Bytes of its line. */
  length: number
}

const SEQ = 0
const RECEIVED_AT = 1
const KEPT = 2
const SEGMENT = 3
const OFFSET = 4
const LENGTH = 5
const WIDTH = 6

/**
 * The index of one bin, in order of `seq`: 48 bytes a request, so that a hundred thousand cost
 * five megabytes. Removed rows stay as gaps (length 0) until they are as many as the others.
 */
export class Rows {
  #cells = new Float64Array(8 * WIDTH)
  /** First slot that may hold a row, and the one behind the last. */
  #first = 0
  #end = 0
  #count = 0

  get count(): number {
    return this.#count
  }

  /** @param seq higher than all before. */
  push(
    seq: number,
    receivedAt: number,
    kept: number,
    segment: number,
    offset: number,
    length: number,
  ): void {
    if ((this.#end + 1) * WIDTH > this.#cells.length) this.#repack()
    const at = this.#end * WIDTH
    this.#cells[at + SEQ] = seq
    this.#cells[at + RECEIVED_AT] = receivedAt
    this.#cells[at + KEPT] = kept
    this.#cells[at + SEGMENT] = segment
    this.#cells[at + OFFSET] = offset
    this.#cells[at + LENGTH] = length
    this.#end += 1
    this.#count += 1
  }

  get(seq: number): Row | undefined {
    const slot = this.#slot(seq)
    return slot === -1 ? undefined : this.#row(slot)
  }

  /** @returns the row that was removed, where there was one. */
  remove(seq: number): Row | undefined {
    const slot = this.#slot(seq)
    if (slot === -1) return undefined
    const row = this.#row(slot)
    this.#cells[slot * WIDTH + LENGTH] = 0
    this.#count -= 1
    while (this.#first < this.#end && !this.#holds(this.#first)) this.#first += 1
    return row
  }

  /** Notes that a line has been copied to another place. @returns whether the row is still there. */
  move(seq: number, offset: number): boolean {
    const slot = this.#slot(seq)
    if (slot === -1) return false
    this.#cells[slot * WIDTH + OFFSET] = offset
    return true
  }

  /** Rows with `after < seq < before`. */
  *between(after: number, before: number, order: 'asc' | 'desc' = 'asc'): Generator<Row> {
    const low = this.#search(SEQ, after + 1)
    const high = this.#search(SEQ, before)
    if (order === 'asc') {
      for (let slot = low; slot < high; slot += 1) if (this.#holds(slot)) yield this.#row(slot)
    } else {
      for (let slot = high - 1; slot >= low; slot -= 1) if (this.#holds(slot)) yield this.#row(slot)
    }
  }

  /** Rows in a segment: they follow each other, as segments and numbers ascend together. */
  *inSegment(segment: number): Generator<Row> {
    for (let slot = this.#search(SEGMENT, segment); slot < this.#end; slot += 1) {
      if (this.#cell(slot, SEGMENT) !== segment) return
      if (this.#holds(slot)) yield this.#row(slot)
    }
  }

  first(): Row | undefined {
    return this.#count === 0 ? undefined : this.#row(this.#first)
  }

  /** Where a row is, or -1. Most often none is missing before it, and it is where it is expected. */
  #slot(seq: number): number {
    const expected = this.#first + seq - this.#cell(this.#first, SEQ)
    const hit = this.#cells[expected * WIDTH + SEQ] === seq
    const slot = hit ? expected : this.#search(SEQ, seq)
    return this.#holds(slot) && this.#cell(slot, SEQ) === seq ? slot : -1
  }

  /** The first slot whose cell in an ascending column is not below a value. */
  #search(column: number, value: number): number {
    let low = this.#first
    let high = this.#end
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#cell(middle, column) < value) low = middle + 1
      else high = middle
    }
    return low
  }

  #holds(slot: number): boolean {
    return slot >= this.#first && slot < this.#end && this.#cell(slot, LENGTH) > 0
  }

  #row(slot: number): Row {
    return {
      seq: this.#cell(slot, SEQ),
      receivedAt: this.#cell(slot, RECEIVED_AT),
      kept: this.#cell(slot, KEPT),
      segment: this.#cell(slot, SEGMENT),
      offset: this.#cell(slot, OFFSET),
      length: this.#cell(slot, LENGTH),
    }
  }

  #cell(slot: number, column: number): number {
    return this.#cells[slot * WIDTH + column] ?? 0
  }

  /** Closes the gaps, and grows where that is not enough. */
  #repack(): void {
    const cells = new Float64Array(Math.max(8, this.#count * 2) * WIDTH)
    if (this.#count === this.#end - this.#first) {
      cells.set(this.#cells.subarray(this.#first * WIDTH, this.#end * WIDTH))
      this.#cells = cells
      this.#end -= this.#first
      this.#first = 0
      return
    }
    let end = 0
    for (let slot = this.#first; slot < this.#end; slot += 1) {
      if (!this.#holds(slot)) continue
      cells.set(this.#cells.subarray(slot * WIDTH, (slot + 1) * WIDTH), end * WIDTH)
      end += 1
    }
    this.#cells = cells
    this.#first = 0
    this.#end = end
  }
}
