import type { Arrival } from './arrival.ts'

/** What shows that requests are attempts of one delivery. */
export type DeliveryKind =
  /** The same `X-Webhook-Message-Id`. */
  | 'message-id'
  /** The same type, contact, item and time of the event. */
  | 'event'
  /** The same method and body, soon after each other. */
  | 'body'

/** One thing that a sender had to say, however often it said so. */
export type Delivery = {
  kind: DeliveryKind
  /** Unique among the deliveries of a bin. */
  key: string
  /** In order of arrival; the first is what the others repeat. */
  arrivals: readonly Arrival[]
}

/** Milliseconds within which the same body, come again, counts as another attempt. */
const usualWindow = 60 * 60 * 1000

/**
 * Groups requests into deliveries, in order of the first attempt. Neither an order bump (another
 * order item) nor a renewal (a later `created_at`) repeats the sale whose order it names.
 * @param arrivals of one bin, in order of `seq`
 * @param bodyWindow milliseconds between two attempts that only their body connects
 */
export function groupDeliveries(arrivals: Iterable<Arrival>, bodyWindow = usualWindow): Delivery[] {
  const groups: (Identity & { arrivals: Arrival[] })[] = []
  const latest = new Map<string, Arrival[]>()
  for (const arrival of arrivals) {
    const identity = identify(arrival)
    const name = `${identity.kind} ${identity.key}`
    const earlier = latest.get(name)
    if (earlier && mayRepeat(identity, earlier, arrival, bodyWindow)) {
      earlier.push(arrival)
      continue
    }
    const group = [arrival]
    latest.set(name, group)
    groups.push({ ...identity, arrivals: group })
  }
  return groups.map((group) => ({ ...group, key: keyOf(group) }))
}

type Identity = { kind: DeliveryKind; key: string }

function identify({ messageId, event, item, method, sha256 }: Arrival): Identity {
  if (messageId !== null) return { kind: 'message-id', key: messageId }
  const contact = event?.contact.id ?? event?.contact.email
  if (event?.family === 'automation' && event.occurredAt !== null && item !== null) {
    const key = JSON.stringify([event.type, contact ?? null, item, event.occurredAt])
    return { kind: 'event', key }
  }
  return { kind: 'body', key: `${method} ${sha256}` }
}

/** Empty bodies say nothing, and a body that comes again tomorrow may well be meant. */
function mayRepeat(
  { kind }: Identity,
  earlier: readonly Arrival[],
  arrival: Arrival,
  bodyWindow: number,
): boolean {
  if (kind !== 'body') return true
  const last = earlier.at(-1)
  return arrival.size > 0 && arrival.receivedAt - (last?.receivedAt ?? 0) <= bodyWindow
}

/** A body may start several deliveries, each outside of the window of the one before. */
function keyOf({ kind, key, arrivals }: Identity & { arrivals: readonly Arrival[] }): string {
  return kind === 'body' ? `${key} ${arrivals[0]?.seq}` : key
}
