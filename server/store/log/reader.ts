import { storeError } from '../fault.ts'
import { StoreError, type RangeQuery } from '../store.ts'
import { decodeRequest, type Decoded } from './decode.ts'
import type { LogBin } from './log-bin.ts'
import type { Row } from './rows.ts'
import type { Segment } from './segment.ts'
import type { Segments } from './segments.ts'

/** So much is read and held at once. */
const sliceRows = 500
const sliceBytes = 4 * 2 ** 20
/** Reading on over so much that is not wanted is cheaper than reading anew. */
const largestGap = 16 * 1024

/** Neighbouring lines that are read together. */
type Span = { segment: Segment; start: number; end: number; rows: Row[] }

/** Reads requests back, and never gives a wrong one. */
export class Reader {
  /** Lines that did not read back as they were written. */
  corrupt = 0
  readonly #segments: Segments

  constructor(segments: Segments) {
    this.#segments = segments
  }

  /** @throws StoreError `corrupt` | `failed` */
  async get(bin: LogBin, seq: number): Promise<Decoded | undefined> {
    const row = bin.rows.get(seq)
    if (!row) return undefined
    const [decoded] = await this.#read(bin, [row])
    if (decoded) return decoded
    throw new StoreError('corrupt', `request ${seq} of bin ${bin.id} cannot be read back`)
  }

  /** What cannot be read back is left out. @throws StoreError `failed` */
  async range(bin: LogBin, query: RangeQuery): Promise<Decoded[]> {
    let { after = 0, before = Infinity } = query
    const found: Decoded[] = []
    while (found.length < query.limit) {
      const rows = slice(bin.rows.between(after, before, query.order), query.limit - found.length)
      const last = rows.at(-1)
      if (!last) break
      found.push(...(await this.#read(bin, rows)))
      if (query.order === 'asc') after = last.seq
      else before = last.seq
    }
    return found
  }

  /** All reads begin at once: each holds on to its file before a rewrite can take its place. */
  async #read(bin: LogBin, rows: Row[]): Promise<Decoded[]> {
    const read = new Map<number, Decoded>()
    const readSpan = async ({ segment, start, end, rows }: Span) => {
      const bytes = await segment.read(start, end - start)
      for (const { seq, offset, length } of rows) {
        const line = bytes.subarray(offset - start, offset - start + length)
        const decoded = decodeRequest(line, bin.id, seq)
        if (decoded) read.set(seq, decoded)
        else this.corrupt += 1
      }
    }
    try {
      await Promise.all(this.#spans(rows).map(readSpan))
    } catch (error) {
      throw storeError(error, `cannot read bin ${bin.id}`)
    }
    return rows.flatMap(({ seq }) => read.get(seq) ?? [])
  }

  #spans(rows: Row[]): Span[] {
    const spans: Span[] = []
    for (const row of rows.toSorted((a, b) => a.segment - b.segment || a.offset - b.offset)) {
      const { offset, length } = row
      const span = spans.at(-1)
      if (span?.segment.number === row.segment && offset - span.end <= largestGap) {
        span.end = offset + length
        span.rows.push(row)
      } else {
        const segment = this.#segments.toRead(row.segment)
        if (segment) spans.push({ segment, start: offset, end: offset + length, rows: [row] })
      }
    }
    return spans
  }
}

/** The first of some rows, as many as are read at once. */
function slice(rows: Iterable<Row>, limit: number): Row[] {
  const taken: Row[] = []
  let bytes = 0
  for (const row of rows) {
    if (taken.length >= Math.min(limit, sliceRows) || bytes >= sliceBytes) break
    taken.push(row)
    bytes += row.length
  }
  return taken
}
