import { Lru } from '../inspect/lru.ts'
import type { StoredRequest } from '../../shared/request.ts'
import type { Mask, MaskedEntry } from './mask-entry.ts'

/** Bytes that are remembered, of all shares together. */
const remembered = 16 * 1024 * 1024
/** Bytes of what stands around a request. */
const frame = 1024

/** Requests as shares show them: masking takes long, and every list, count and search wants them again. */
export class MaskedEntries {
  readonly #known = new Lru<MaskedEntry>(remembered, weightOf)

  /** @param readBody of the body as it came; `null`: too large, or damaged */
  async of(
    share: string,
    mask: Mask,
    request: StoredRequest,
    readBody: () => Promise<Buffer | null>,
  ): Promise<MaskedEntry> {
    // Neither a request nor how a share shows it ever changes.
    const key = `${share}.${request.seq}`
    const known = this.#known.get(key)
    if (known) return known
    const made = mask.entry(request, await readBody())
    this.#known.set(key, made)
    return made
  }
}

function weightOf({ head, body }: MaskedEntry): number {
  const headers = head.rawHeaders.reduce((sum, text) => sum + text.length, 0)
  return frame + headers + head.target.length + (body?.length ?? 0)
}
