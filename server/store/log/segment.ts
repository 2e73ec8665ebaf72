import { open, unlink, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

const namePattern = /^(\d{8})(?:\.(\d+))?\.ndjson$/

/** Number and generation in a segment's file name; `undefined` for any other file. */
export function parseName(name: string): { number: number; generation: number } | undefined {
  const [, number, generation = '0'] = namePattern.exec(name) ?? []
  return number === undefined
    ? undefined
    : { number: Number(number), generation: Number(generation) }
}

/**
 * One file of the log. It is written once, from front to back; to drop lines from it, a new
 * generation is written beside it (`00000007.1.ndjson`) and takes its place.
 */
export class Segment {
  readonly number: number
  readonly generation: number
  readonly path: string
  /** Bytes that stand for good. */
  size = 0
  /** Bytes of lines that nobody needs any more. */
  dead = 0
  /** When more than half of it was first seen to be dead: monotonic milliseconds. */
  halfDeadSince: number | undefined
  #file: Promise<FileHandle> | undefined
  #users = 0
  #onIdle: (() => void)[] = []

  constructor(folder: string, number: number, generation = 0) {
    this.number = number
    this.generation = generation
    const suffix = generation === 0 ? '' : `.${generation}`
    this.path = join(folder, `${String(number).padStart(8, '0')}${suffix}.ndjson`)
  }

  /** Works with the open file, which stays on disk at least until then, replaced or not. */
  async use<T>(work: (file: FileHandle) => Promise<T>): Promise<T> {
    this.#users += 1
    try {
      return await work(await this.#open())
    } finally {
      this.#users -= 1
      if (this.#users === 0) for (const idle of this.#onIdle.splice(0)) idle()
    }
  }

  /** Reads bytes; short where the file ends before. */
  read(offset: number, length: number): Promise<Buffer> {
    return this.use(async (file) => {
      const bytes = Buffer.allocUnsafe(length)
      const { bytesRead } = await file.read(bytes, 0, length, offset)
      return bytes.subarray(0, bytesRead)
    })
  }

  get busy(): boolean {
    return this.#users > 0
  }

  /** Lets go of the open file; the next use opens it again. */
  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await file?.then((handle) => handle.close())
  }

  /** Removes the file once nobody uses it any more. */
  async remove(): Promise<void> {
    if (this.busy) await new Promise<void>((resolve) => this.#onIdle.push(resolve))
    await this.close()
    await unlink(this.path)
  }

  async #open(): Promise<FileHandle> {
    this.#file ??= open(this.path, 'r')
    try {
      return await this.#file
    } catch (error) {
      this.#file = undefined
      throw error
    }
  }
}
