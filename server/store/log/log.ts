import { Readable } from 'node:stream'
import type { RequestHead } from '../../../shared/request.ts'
import type { Bodies } from '../bodies.ts'
import { StoreError, type BodyFile, type RangeQuery, type StoreHealth } from '../store.ts'
import type { Appender } from './appender.ts'
import type { Decoded } from './decode.ts'
import type { Ledger } from './ledger.ts'
import type { LogBin } from './log-bin.ts'
import { Reader } from './reader.ts'
import { Reclaimer } from './reclaimer.ts'

/** The log of all bins with the bodies beside it: writing, reading, giving space back. */
export class Log {
  readonly #ledger: Ledger
  readonly #appender: Appender
  readonly #bodies: Bodies
  readonly #reader: Reader
  readonly #reclaimer: Reclaimer
  /** Deleted bins whose bytes could not be removed yet. */
  readonly #unpurged: LogBin[] = []

  constructor(ledger: Ledger, appender: Appender, bodies: Bodies) {
    this.#ledger = ledger
    this.#appender = appender
    this.#bodies = bodies
    this.#reader = new Reader(ledger.segments)
    this.#reclaimer = new Reclaimer(ledger, appender)
  }

  bin(id: string): LogBin | undefined {
    return this.#ledger.bins.get(id)
  }

  bins(): Iterable<LogBin> {
    return this.#ledger.bins.values()
  }

  add(bin: LogBin): void {
    this.#ledger.add(bin)
  }

  /** Takes a bin out of sight. Its bytes stay until `purge`. */
  forget(bin: LogBin): void {
    this.#ledger.forget(bin)
  }

  /** Resolves when no byte of a forgotten bin is left on disk. Where it fails, ticks try again. */
  async purge(bin: LogBin): Promise<void> {
    if (bin.segments.size === 0 && bin.assigned === 0) return
    try {
      // What is on its way must have arrived, or it would come after the broom.
      await this.#appender.endSegment()
      await this.#reclaimer.purge(bin.segments)
      await this.#bodies.remove(bin.files.values())
    } catch (error) {
      this.#unpurged.push(bin)
      throw error
    }
  }

  /** Rewrites segments that the start found to hold what should not be there. */
  async cleanse(segments: Iterable<number>): Promise<void> {
    await this.#reclaimer.purge(segments)
  }

  append(id: string, head: RequestHead, body: Buffer | BodyFile): Promise<number> {
    const bin = this.bin(id)
    if (!Buffer.isBuffer(body)) return this.#appendFile(id, bin, head, body)
    return bin ? this.#appender.append(bin, head, body) : Promise.reject(unknownBin(id))
  }

  /** Resolves when the bytes are gone. @returns the numbers of what was removed. @throws StoreError */
  async remove(bin: LogBin, seqs: number[] | 'all'): Promise<number[]> {
    const removed = await this.#appender.remove(bin, seqs)
    await this.#bodies.remove(removed.files)
    await this.#reclaimer.purge(removed.segments)
    return removed.seqs
  }

  /** @throws StoreError `corrupt` */
  async get(id: string, seq: number): Promise<Decoded | undefined> {
    const bin = this.bin(id)
    return bin && this.#reader.get(bin, seq)
  }

  async range(id: string, query: RangeQuery): Promise<Decoded[]> {
    const bin = this.bin(id)
    return bin ? this.#reader.range(bin, query) : []
  }

  /** @throws StoreError `corrupt` */
  async body(id: string, seq: number): Promise<Buffer | undefined> {
    const body = (await this.get(id, seq))?.body
    return body && !Buffer.isBuffer(body) ? this.#bodies.read(body) : body
  }

  /** @throws StoreError `corrupt` */
  async bodyStream(id: string, seq: number): Promise<Readable | undefined> {
    const body = (await this.get(id, seq))?.body
    if (body && !Buffer.isBuffer(body)) return this.#bodies.stream(body)
    return body && Readable.from([body], { objectMode: false })
  }

  countRejected(bin: LogBin): void {
    this.#ledger.countRejected(bin)
  }

  /** Whether pins or notes went with their requests since the last call. */
  takeUnmarked(): boolean {
    const { unmarked } = this.#ledger
    this.#ledger.unmarked = false
    return unmarked
  }

  /**
   * Does what time asks for.
   * @param now monotonic milliseconds
   * @param deadline what was received before is to go: milliseconds since 1970
   */
  tick(now: number, deadline: number): void {
    this.#ledger.expire(deadline)
    this.#appender.tick()
    this.#reclaimer.tick(now)
    for (const bin of this.#unpurged.splice(0)) this.purge(bin).catch(() => {})
  }

  health(): StoreHealth {
    const health = this.#appender.health()
    const { corrupt } = this.#reader
    if (health.detail !== undefined || corrupt === 0) return health
    return { ...health, detail: `${corrupt} times a request could not be read back` }
  }

  /** Writes what is due and closes all files. */
  async close(): Promise<void> {
    await this.#reclaimer.idle()
    await this.#appender.close()
    await this.#ledger.segments.close()
  }

  async #appendFile(
    id: string,
    bin: LogBin | undefined,
    head: RequestHead,
    body: BodyFile,
  ): Promise<number> {
    this.#bodies.claim(body)
    try {
      if (!bin) throw unknownBin(id)
      return await this.#appender.append(bin, head, body)
    } catch (error) {
      await this.#bodies.remove([body.file])
      throw error
    }
  }
}

function unknownBin(id: string): StoreError {
  return new StoreError('unknown-bin', `no bin ${id}`)
}
