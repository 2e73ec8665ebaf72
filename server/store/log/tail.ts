import { open, type FileHandle } from 'node:fs/promises'
import type { Clock } from '../clock.ts'
import type { DiskOps } from '../disk-ops.ts'
import { storeError } from '../fault.ts'
import { privateFile, syncFolder } from '../files.ts'
import { StoreError } from '../store.ts'
import type { Spot } from './ledger.ts'
import { linesOf } from './lines.ts'
import { Segment } from './segment.ts'
import type { Segments } from './segments.ts'

export type TailOptions = {
  /** Where the segments are. */
  folder: string
  ops: DiskOps
  clock: Clock
  /** Whether a write is safe only once it survives power loss. */
  durable: boolean
  /** Bytes that stay free on the volume. */
  freeSpace: number
  /** Bytes after which a new segment begins. */
  segmentSize: number
}

const betweenTries = 100
const betweenLooks = 1000
const bytesBetweenLooks = 8 * 2 ** 20
/** The floor of free space is at most this part of the volume. */
const largestFloor = 0.05

/** The end of the log: the segment that is being written, and whether it can be. */
export class Tail {
  /** Why nothing can be written now. */
  fault: StoreError | undefined
  readonly #options: TailOptions
  readonly #segments: Segments
  #segment: Segment
  #file: FileHandle | undefined
  /** Whether a write has failed: what it left must be cut before the next. */
  #unsound = false
  #triedAt = -Infinity
  #lookedAt = -Infinity
  #writtenSinceLook = 0

  /** @param segment the last one of the log. */
  constructor(options: TailOptions, segments: Segments, segment: Segment) {
    this.#options = options
    this.#segments = segments
    this.#segment = segment
    segments.set(segment)
  }

  get segment(): Segment {
    return this.#segment
  }

  /** Opens the last segment for writing, made or cut to its sound part if need be. */
  async open(): Promise<void> {
    const { path, size } = this.#segment
    this.#file = await open(path, size === 0 ? 'w' : 'r+', privateFile)
    if (size === 0) await syncFolder(this.#options.folder)
    if ((await this.#file.stat()).size === size) return
    await this.#file.truncate(size)
    await this.#file.sync()
  }

  /** Sets right what a failed write has left, so that the next can be trusted. @throws StoreError */
  async mend(): Promise<void> {
    if (!this.#unsound) return
    this.#notTooOften()
    try {
      await this.#repair()
      this.fault = undefined
    } catch (error) {
      throw this.#fail(error)
    }
  }

  /** Looks, now and then, whether there is room enough left. @throws StoreError `full` */
  async look(): Promise<void> {
    const now = this.#options.clock.monotonic()
    const recent = now - this.#lookedAt < betweenLooks && this.#writtenSinceLook < bytesBetweenLooks
    if (recent && !this.fault) return
    this.#notTooOften()
    const { folder, ops, freeSpace } = this.#options
    try {
      const { free, size } = await ops.space(folder)
      if (free < Math.min(freeSpace, size * largestFloor)) {
        throw new StoreError('full', `only ${free} bytes are free in ${folder}`)
      }
    } catch (error) {
      throw this.#fail(error)
    }
    this.#lookedAt = now
    this.#writtenSinceLook = 0
    this.fault = undefined
  }

  /** Writes behind what stands, and resolves with where when it is safe. @throws StoreError */
  async write(pieces: Buffer[]): Promise<Spot> {
    const { ops, durable, segmentSize } = this.#options
    // Where no file can be begun, this one simply grows on.
    if (this.#segment.size >= segmentSize) await this.rotate().catch(() => {})
    const spot = { segment: this.#segment.number, offset: this.#segment.size }
    try {
      const file = this.#opened()
      ops.write(file, pieces, spot.offset)
      if (durable) await ops.sync(file)
    } catch (error) {
      this.#unsound = true
      throw this.#fail(error)
    }
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
    this.#segment.size += size
    this.#writtenSinceLook += size
    return spot
  }

  /** Ends this segment and begins the next. */
  async rotate(): Promise<void> {
    if (this.#segment.size === 0) return
    const next = new Segment(this.#options.folder, this.#segment.number + 1)
    const file = await open(next.path, 'wx', privateFile)
    await syncFolder(this.#options.folder)
    const last = this.#file
    this.#file = file
    this.#segment = next
    this.#segments.set(next)
    await last?.close()
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    try {
      await file?.sync()
    } finally {
      await file?.close()
    }
  }

  /**
   * After a failed sync the kernel may have dropped what it could not write, and says so once:
   * cut what was never acknowledged, read back what was, and go on in a new file.
   */
  async #repair(): Promise<void> {
    await this.#file?.close().catch(() => {})
    this.#file = await open(this.#segment.path, 'r+')
    await this.#file.truncate(this.#segment.size)
    await this.#options.ops.sync(this.#file)
    for (const { start, line } of linesOf(await this.#file.readFile())) {
      if (line.kind !== 'damaged') continue
      throw new StoreError('failed', `${this.#segment.path} is damaged at byte ${start}`)
    }
    await this.rotate()
    this.#unsound = false
  }

  /** While nothing works, every request would have it tried again. */
  #notTooOften(): void {
    const now = this.#options.clock.monotonic()
    if (this.fault && now - this.#triedAt < betweenTries) throw this.fault
    this.#triedAt = now
  }

  #opened(): FileHandle {
    if (!this.#file) throw new StoreError('failed', `${this.#segment.path} is not open`)
    return this.#file
  }

  #fail(error: unknown): StoreError {
    this.fault = storeError(error, `cannot write to ${this.#segment.path}`)
    return this.fault
  }
}
