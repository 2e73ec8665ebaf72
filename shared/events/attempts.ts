import { isKind, type JsonTape, Kind, memberValue, members, rawAt } from '../json/document.ts'
import { parseJson } from '../json/parse.ts'
import type { HeaderLookup } from './layer.ts'
import type { EventSummary } from './verdict.ts'

export type DeliveredRequest = {
  /** The first event of the body; `null` where there is none. */
  event: EventSummary | null
  /** The body as text; `null` where it is none. */
  text: string | null
  header: HeaderLookup
  /** Of the body. */
  sha256: string
  /** Of the body, in bytes. */
  size: number
}

/**
 * What the attempts of one delivery have in common: requests with the same key are the same event
 * sent again. Account webhooks carry a message id. Automation events are the same when type, time
 * and every id in their data are: the items of one order, and its renewals, share the order's id but
 * not their own, so that an order bump is no duplicate. Of anything else the same body counts.
 * @returns `null` for an empty body without a message id
 */
export function deliveryKey({
  event,
  text,
  header,
  sha256,
  size,
}: DeliveredRequest): string | null {
  const message = header('x-webhook-message-id')?.trim()
  if (message) return `message ${message}`
  const identity = event?.family === 'automation' && text !== null ? eventKey(event, text) : null
  if (identity !== null) return identity
  return size > 0 ? `body ${sha256}` : null
}

function eventKey({ type, occurredAt }: EventSummary, text: string): string | null {
  const doc = parseJson(text)
  const data = doc.error ? -1 : memberValue(doc, 0, 'data')
  if (data < 0 || occurredAt === null || !isKind(doc, data, Kind.object)) return null
  const ids = idsIn(doc, data)
  return ids.length > 0 ? `event ${type} ${occurredAt} ${ids.join(' ')}` : null
}

/** `name:id` of every object in the data, in an order that does not depend on the sender's. */
function idsIn(doc: JsonTape, data: number): string[] {
  const ids: string[] = []
  for (const [key, value] of members(doc, data)) {
    const id = memberValue(doc, value, 'id')
    if (id >= 0) ids.push(`${rawAt(doc, key)}:${rawAt(doc, id)}`)
  }
  return ids.sort()
}
