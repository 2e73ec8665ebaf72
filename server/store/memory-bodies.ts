import { createHash, randomUUID } from 'node:crypto'
import { StoreError, type BodyFile, type BodyWriter } from './store.ts'

/** Large bodies of the memory store, between `openBody` and `append`. */
export class MemoryBodies {
  readonly #complete = new Map<string, Buffer>()

  open(): BodyWriter {
    const file = randomUUID()
    const chunks: Buffer[] = []
    return {
      write: async (chunk) => {
        chunks.push(Buffer.from(chunk))
      },
      finish: async () => {
        const bytes = Buffer.concat(chunks)
        this.#complete.set(file, bytes)
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        return { file, size: bytes.length, sha256 }
      },
      discard: async () => {
        this.#complete.delete(file)
      },
    }
  }

  /** Hands the bytes over; each file belongs to one request. @throws StoreError `failed` */
  take(body: BodyFile): Buffer {
    const bytes = this.#complete.get(body.file)
    if (!bytes) throw new StoreError('failed', `no body ${body.file}`)
    this.#complete.delete(body.file)
    return bytes
  }
}
