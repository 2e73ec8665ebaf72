import { isCorrupt, type Store, type StoredEntry } from '../store/store.ts'
import { contentOf, isTooLarge, type Content } from './inspect.ts'

/** Reads what was kept of bodies. */
export class Bodies {
  readonly #store: Pick<Store, 'body'>

  constructor(store: Pick<Store, 'body'>) {
    this.#store = store
  }

  /**
   * The kept bytes; none where the request has just been deleted, or they are too many to be looked
   * into. @throws StoreError
   */
  async of({ request, body }: StoredEntry): Promise<Buffer> {
    if (isTooLarge(request)) return Buffer.alloc(0)
    return body ?? (await this.#store.body(request.bin, request.seq)) ?? Buffer.alloc(0)
  }

  /** The kept bytes; none where they are damaged, so that one request does not hide all others. */
  async readable(entry: StoredEntry): Promise<Buffer> {
    try {
      return await this.of(entry)
    } catch (error) {
      if (isCorrupt(error)) return Buffer.alloc(0)
      throw error
    }
  }

  /** The same with its content encoding taken off. */
  async content(entry: StoredEntry): Promise<Content> {
    return contentOf(entry.request, await this.readable(entry))
  }
}
