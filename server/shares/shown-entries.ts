import type { StoredRequest } from '../../shared/request.ts'
import type { Inspector } from '../inspect/inspector.ts'
import { Lru } from '../inspect/lru.ts'
import type { Original, Originals } from '../inspect/original.ts'
import { isCorrupt, type Store, type StoredEntry } from '../store/store.ts'
import type { Mask, MaskedEntry } from './mask-entry.ts'
import type { MaskedEntries } from './masked-entries.ts'

const remembered = 5_000

/** Bytes of a body that is not masked any more. */
const longestMasked = 16 * 1024 * 1024

type Sources = {
  store: Store
  inspector: Inspector
  /** Id of the share. */
  id: string
  mask: Mask
  masked: MaskedEntries
}

/** The requests of a bin as a share shows them, and what they told before parts of them were hidden. */
export class ShownEntries {
  readonly #sources: Sources
  readonly #known = new Lru<Pick<MaskedEntry, 'literals'>>(remembered)
  readonly #originals = new WeakMap<StoredRequest, Original>()

  constructor(sources: Sources) {
    this.#sources = sources
  }

  readonly originals: Originals = (request) => this.#originals.get(request)

  /** @param entry as the store has it; its body is read where it is needed */
  async show(entry: StoredEntry): Promise<MaskedEntry> {
    const { inspector, id, mask, masked } = this.#sources
    const { request } = entry
    const readBody = async () => entry.body ?? (await this.#bodyOf(request))
    const shown = await masked.of(id, mask, request, readBody)
    const { verdict, source } = await inspector.summary(entry)
    const { signature } = await inspector.subject(entry)
    this.#originals.set(shown.head, {
      source: { ...source, ip: mask.ip(source.ip) },
      signature: { status: signature },
      verdict,
      withheld: shown.withheld,
    })
    this.#known.set(String(request.seq), { literals: shown.literals })
    return shown
  }

  /** The same, as stores give it. */
  async view(entry: StoredEntry): Promise<StoredEntry> {
    const { head, body } = await this.show(entry)
    return { request: head, body: body ?? entry.body }
  }

  /** A note of a request, without what is personal in that; empty where the request was not shown yet. */
  note(seq: number, note: string): string {
    if (note === '') return ''
    const known = this.#known.get(String(seq))
    return known ? this.#sources.mask.text(note, known.literals) : ''
  }

  /** `null` where it is too large to be masked, or damaged. */
  async #bodyOf({ bin, seq, storedSize }: StoredRequest): Promise<Buffer | null> {
    if (storedSize > longestMasked) return null
    try {
      return (await this.#sources.store.body(bin, seq)) ?? Buffer.alloc(0)
    } catch (error) {
      if (isCorrupt(error)) return null
      throw error
    }
  }
}
