import { createHash, randomBytes } from 'node:crypto'
import { open, readdir, rename, unlink, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { storeError, systemCode } from './fault.ts'
import { makeFolder, privateFile, syncFolder } from './files.ts'
import { StoreError, type BodyFile, type BodyWriter } from './store.ts'

/** Large bodies, a file each. A file belongs to the request whose line names it, or to nobody. */
export class Bodies {
  readonly #folder: string
  readonly #durable: boolean
  /** Complete, but not named by a request yet. */
  readonly #complete = new Set<string>()

  constructor(folder: string, durable: boolean) {
    this.#folder = folder
    this.#durable = durable
  }

  /**
   * Makes the folder, and clears it of what no request names.
   * @param aside where that is kept; without it, it is removed
   */
  async open(named: Set<string>, aside?: string): Promise<void> {
    await makeFolder(this.#folder)
    const strays = (await readdir(this.#folder)).filter((name) => !named.has(name))
    if (aside === undefined) await this.remove(strays)
    else for (const name of strays) await rename(join(this.#folder, name), join(aside, name))
  }

  async write(): Promise<BodyWriter> {
    const name = randomBytes(16).toString('hex')
    try {
      const file = await open(join(this.#folder, name), 'wx', privateFile)
      return this.#writer(name, file)
    } catch (error) {
      throw storeError(error, 'cannot begin a body')
    }
  }

  /** Hands a complete body over to a request. @throws StoreError `failed` */
  claim(body: BodyFile): void {
    if (this.#complete.delete(body.file)) return
    throw new StoreError('failed', `no body ${body.file}`)
  }

  /** The whole body. @throws StoreError `corrupt` */
  async read(body: BodyFile): Promise<Buffer> {
    const chunks: Buffer[] = []
    for await (const chunk of this.#checked(await this.#openToRead(body.file), body)) {
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }

  /** The same piece by piece; ends with an error, and short, where it is not what was kept. */
  async stream(body: BodyFile): Promise<Readable> {
    const file = await this.#openToRead(body.file)
    const stream = Readable.from(this.#checked(file, body), { objectMode: false })
    // A reader may leave before the first piece, and nothing else would close the file then.
    return stream.once('close', () => void file.close().catch(() => {}))
  }

  async remove(names: Iterable<string>): Promise<void> {
    for (const name of names) {
      await unlink(join(this.#folder, name)).catch((error: unknown) => {
        if (systemCode(error) !== 'ENOENT') throw error
      })
    }
  }

  #writer(name: string, file: FileHandle): BodyWriter {
    const hash = createHash('sha256')
    let size = 0
    let open = true
    const close = async () => {
      if (open) await file.close()
      open = false
    }
    return {
      write: async (chunk) => {
        try {
          await file.appendFile(chunk)
        } catch (error) {
          throw storeError(error, 'cannot write a body')
        }
        hash.update(chunk)
        size += chunk.length
      },
      finish: async () => {
        try {
          if (this.#durable) await file.sync()
          await close()
          if (this.#durable) await syncFolder(this.#folder)
        } catch (error) {
          throw storeError(error, 'cannot finish a body')
        }
        this.#complete.add(name)
        return { file: name, size, sha256: hash.digest('hex') }
      },
      discard: async () => {
        await close()
        this.#complete.delete(name)
        await this.remove([name])
      },
    }
  }

  async #openToRead(name: string): Promise<FileHandle> {
    try {
      return await open(join(this.#folder, name), 'r')
    } catch (error) {
      const code = systemCode(error) === 'ENOENT' ? 'corrupt' : 'failed'
      throw new StoreError(code, `cannot read body ${name}`, { cause: error })
    }
  }

  /** Each piece is held back until the next has come: the last only goes out once all is checked. */
  async *#checked(file: FileHandle, { file: name, sha256 }: BodyFile): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    let held: Buffer | undefined
    // Closes the file at its end, also where the reader leaves early.
    for await (const chunk of file.createReadStream()) {
      // Without an encoding a file stream gives buffers.
      const next = chunk as Buffer
      hash.update(next)
      if (held) yield held
      held = next
    }
    if (hash.digest('hex') !== sha256) throw new StoreError('corrupt', `body ${name} is damaged`)
    if (held) yield held
  }
}
