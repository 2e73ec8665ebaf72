import type {
  AttemptInfo,
  DeliveryInfo,
  DeliveryList,
} from '../../shared/attempts/delivery-list.ts'
import { findDoubleFires } from '../../shared/attempts/alarms.ts'
import type { Arrival } from '../../shared/attempts/arrival.ts'
import { attemptsOf } from '../../shared/attempts/attempts.ts'
import { type Delivery, groupDeliveries } from '../../shared/attempts/deliveries.ts'
import { timestamp } from '../inspect/time.ts'
import type { BinRecord, Store } from '../store/store.ts'

const mostDeliveries = 100
const mostAttempts = 50

/** Deliveries of a bin that were made more than once, and the rules that fire twice. */
export async function listDeliveries(
  store: Store,
  bin: BinRecord,
  arrivals: readonly Arrival[],
): Promise<DeliveryList> {
  const oldest = store.state(bin.id)?.oldest ?? Infinity
  const all = groupDeliveries(arrivals.filter(({ seq }) => seq >= oldest))
  const repeated = all.filter((delivery) => delivery.arrivals.length > 1)
  const deliveries: DeliveryInfo[] = []
  for (const delivery of repeated.toSorted(byLatest).slice(0, mostDeliveries)) {
    deliveries.push(await viewDelivery(store, bin, delivery))
  }
  return { deliveries, alarms: findDoubleFires(all) }
}

function byLatest(a: Delivery, b: Delivery): number {
  return (b.arrivals.at(-1)?.seq ?? 0) - (a.arrivals.at(-1)?.seq ?? 0)
}

async function viewDelivery(
  store: Store,
  bin: BinRecord,
  { kind, key, arrivals }: Delivery,
): Promise<DeliveryInfo> {
  const seqs = arrivals.map(({ seq }) => seq)
  const attempts = await readAttempts(store, bin, seqs.slice(0, mostAttempts))
  return { kind, key, event: arrivals[0]?.event ?? null, seqs, attempts }
}

/** Requests that have given way to newer ones in the meantime are left out. */
async function readAttempts(
  store: Store,
  bin: BinRecord,
  seqs: readonly number[],
): Promise<AttemptInfo[]> {
  const found = await Promise.all(seqs.map((seq) => store.get(bin.id, seq)))
  const heads = found.filter((head) => head !== undefined)
  const replies = new Map(heads.map(({ seq, reply }) => [seq, reply]))
  return attemptsOf(heads).flatMap((attempt) => {
    const reply = replies.get(attempt.seq)
    return reply ? [{ ...attempt, receivedAt: timestamp(attempt.receivedAt), reply }] : []
  })
}
