import type { EventSummary } from '../events/verdict.ts'

/** What is looked at of a request to tell whether it brings something that came before. */
export type Arrival = {
  seq: number
  /** Milliseconds since 1970. */
  receivedAt: number
  method: string
  /** Bytes of the body. */
  size: number
  /** Of the body, hex. */
  sha256: string
  /** `X-Webhook-Message-Id`, which account webhooks keep over all attempts; `null` without one. */
  messageId: string | null
  /** The event of the body; `null` where it has none, or several. */
  event: EventSummary | null
  /** What the event is about, by `itemOf`; `null` where that cannot be told. */
  item: string | null
}
