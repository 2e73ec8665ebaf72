import { createHash } from 'node:crypto'
import { headerPairs } from '../../shared/headers.ts'
import { createPseudonyms, maskedSecret } from '../../shared/mask/pseudonyms.ts'
import { maskRequest } from '../../shared/mask/request.ts'
import type { Literals } from '../../shared/mask/literals.ts'
import { maskText } from '../../shared/mask/text.ts'
import type { StoredRequest, Withheld } from '../../shared/request.ts'
import { parseTarget } from '../http/target.ts'
import type { ShareRecord } from '../store/store.ts'
import { digestWith } from './secrets.ts'

export type MaskedEntry = {
  head: StoredRequest
  /** `null`: as it came. */
  body: Buffer | null
  withheld: Withheld | null
  literals: Literals
}

/** How one share shows requests: under its own id, and masked unless its owner has switched that off. */
export function createMask({ id, mask, captureUrl, maskKey }: ShareRecord, bin: string) {
  const pseudonym = createPseudonyms(digestWith(maskKey))
  const known = (): Literals => new Map(captureUrl ? [] : [[bin, id]])

  return {
    /** @param body `null` where it is large */
    entry(request: StoredRequest, body: Buffer | null): MaskedEntry {
      const head = { ...request, bin: id, target: rename(request.target, bin, id) }
      if (!mask) {
        const shown = (raw: string[]) => (captureUrl ? raw : withoutHost(raw, bin, id))
        const [rawHeaders, rawTrailers] = [shown(head.rawHeaders), shown(head.rawTrailers)]
        return {
          head: { ...head, rawHeaders, rawTrailers },
          body: null,
          withheld: null,
          literals: new Map(),
        }
      }
      const masked = maskRequest(head, body, pseudonym, known())
      const bytes = Buffer.from(masked.body)
      const facts = {
        storedSize: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
      const { withheld, literals } = masked
      return { head: { ...masked.head, ...facts }, body: bytes, withheld, literals }
    },

    text: (text: string, literals: Literals = known()) =>
      mask ? maskText(text, pseudonym, literals) : captureUrl ? text : text.replaceAll(bin, id),

    ip: (ip: string) => (mask ? pseudonym('ip', ip) : ip),
  }
}

export type Mask = ReturnType<typeof createMask>

/** The target as if it had been sent to the share: the id of the bin is its capture URL. */
function rename(target: string, bin: string, id: string): string {
  const { path, search } = parseTarget(target)
  const at = path.indexOf(`/bin/${bin}`)
  return `/bin/${id}${at < 0 ? '' : path.slice(at + `/bin/${bin}`.length)}${search}`
}

function withoutHost(rawHeaders: string[], bin: string, id: string): string[] {
  return headerPairs(rawHeaders).flatMap(([name, value]) => [
    name,
    /^(?:host|x-forwarded-host|forwarded|x-original-url)$/i.test(name)
      ? maskedSecret
      : value.replaceAll(bin, id),
  ])
}
