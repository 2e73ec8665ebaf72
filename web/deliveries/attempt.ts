import type { AttemptInfo, DeliveryInfo } from '../../shared/attempts/delivery-list.ts'
import type { EventSummary } from '../../shared/events/verdict.ts'

/** A request as one of several attempts of a delivery. */
export type AttemptView = {
  delivery: DeliveryInfo
  /** 1 for the first. */
  number: number
  /** `null` beyond the fifty attempts that are told. */
  attempt: AttemptInfo | null
  /** Number of the request that was the attempt before; `null` for the first. */
  before: number | null
}

/** The delivery that a request was an attempt of; `null` where it was made once. */
export function attemptOf(deliveries: readonly DeliveryInfo[], seq: number): AttemptView | null {
  const delivery = deliveries.find(({ seqs }) => seqs.includes(seq))
  if (!delivery) return null
  const place = delivery.seqs.indexOf(seq)
  const attempt = delivery.attempts.find((one) => one.seq === seq) ?? null
  const before = place > 0 ? (delivery.seqs[place - 1] ?? null) : null
  return { delivery, number: place + 1, attempt, before }
}

/** The search for some requests by their numbers. */
export function seqQuery(seqs: readonly number[]): string {
  return seqs.map((seq) => `seq:${seq}`).join(' or ')
}

/** What a contact is called: an address, else a number. */
export function contactName({ email, id }: EventSummary['contact']): string {
  return email || (id === undefined ? '?' : `#${id}`)
}
