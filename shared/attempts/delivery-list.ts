import type { EventSummary } from '../events/verdict.ts'
import type { ReplyGiven } from '../request.ts'
import type { Alarm } from './alarms.ts'
import type { AttemptDifferences } from './attempts.ts'
import type { DeliveryKind } from './deliveries.ts'

/** Requests that brought the same thing more than once. */
export type DeliveryInfo = {
  kind: DeliveryKind
  key: string
  event: EventSummary | null
  seqs: number[]
  /** The first fifty of them. */
  attempts: AttemptInfo[]
}

export type AttemptInfo = {
  seq: number
  receivedAt: string
  /** Milliseconds since the attempt before; `null` for the first. */
  interval: number | null
  differences: AttemptDifferences | null
  /** What it was answered: senders try again for a reason. */
  reply: ReplyGiven
}

/** The newest hundred deliveries of more than one attempt, the newest first, and all alarms. */
export type DeliveryList = { deliveries: DeliveryInfo[]; alarms: Alarm[] }
