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
const largestGap = 64 * 1024

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
    const [decoded] = await this.#read(bin, this.#gather([row], 1))
    if (decoded) return decoded
    throw new StoreError('corrupt', `request ${seq} of bin ${bin.id} cannot be read back`)
  }

  /** What cannot be read back is left out. @throws StoreError `failed` */
  async range(bin: LogBin, query: RangeQuery): Promise<Decoded[]> {
    let { after = 0, before = Infinity } = query
    const found: Decoded[] = []
    while (found.length < query.limit) {
      const rows = bin.rows.between(after, before, query.order)
      const spans = this.#gather(rows, query.limit - found.length)
      const last = spans.at(-1)?.rows.at(-1)
      if (!last) break
      found.push(...(await this.#read(bin, spans)))
      if (query.order === 'asc') after = last.seq
      else before = last.seq
    }
    return found
  }

  /** All reads begin at once: each holds on to its file before a rewrite can take its place. */
  async #read(bin: LogBin, spans: Span[]): Promise<Decoded[]> {
    try {
      const read = await Promise.all(spans.map((span) => readSpan(bin, span)))
      const found = read.flat()
      const wanted = spans.reduce((sum, { rows }) => sum + rows.length, 0)
      this.corrupt += wanted - found.length
      return found
    } catch (error) {
      throw storeError(error, `cannot read bin ${bin.id}`)
    }
  }

  /** As many of some rows, in their order, as are read at once. */
  #gather(rows: Iterable<Row>, limit: number): Span[] {
    const spans: Span[] = []
    let count = 0
    let bytes = 0
    for (const row of rows) {
      if (count >= Math.min(limit, sliceRows) || bytes >= sliceBytes) break
      count += 1
      const last = spans.at(-1)
      const grown = last && last.segment.number === row.segment ? growth(last, row) : Infinity
      if (last && grown - row.length <= largestGap) {
        extend(last, row)
        bytes += grown
        continue
      }
      const segment = this.#segments.toRead(row.segment)
      if (!segment) continue
      spans.push({ segment, start: row.offset, end: row.offset + row.length, rows: [row] })
      bytes += row.length
    }
    return spans
  }
}

/** Bytes that a span grows by if a row joins it. */
function growth({ start, end }: Span, { offset, length }: Row): number {
  return Math.max(end, offset + length) - Math.min(start, offset) - (end - start)
}

function extend(span: Span, row: Row): void {
  span.start = Math.min(span.start, row.offset)
  span.end = Math.max(span.end, row.offset + row.length)
  span.rows.push(row)
}

async function readSpan(bin: LogBin, { segment, start, end, rows }: Span): Promise<Decoded[]> {
  const bytes = await segment.read(start, end - start)
  return rows.flatMap(({ seq, offset, length }) => {
    const line = bytes.subarray(offset - start, offset - start + length)
    return decodeRequest(line, bin.id, seq) ?? []
  })
}
