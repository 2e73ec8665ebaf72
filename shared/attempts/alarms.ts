import type { Trigger } from '../events/trigger.ts'
import type { EventSummary } from '../events/verdict.ts'
import type { Arrival } from './arrival.ts'
import type { Delivery } from './deliveries.ts'

/** A rule that fired more than once for one contact: the same event about the same item, seconds apart. */
export type Alarm = {
  code: 'double-fire'
  trigger: Trigger
  type: string
  contact: EventSummary['contact']
  /** The first attempt of each firing, in order of the events. */
  seqs: number[]
  /** Milliseconds from the first firing to the last. */
  withinMs: number
}

type Firing = { seq: number; time: number; trigger: Trigger; event: EventSummary }

/** Milliseconds within which the same event again is no coincidence. */
const usualWindow = 60_000

/**
 * Rules that fire twice. Attempts of one delivery are one firing; what is undone in between (a tag
 * removed and added again) is meant.
 * @param window milliseconds from one firing to the next
 */
export function findDoubleFires(deliveries: readonly Delivery[], window = usualWindow): Alarm[] {
  return [...subjects(deliveries).values()]
    .flatMap((firings) => runs(firings, window))
    .flatMap(alarmOf)
    .sort((a, b) => (a.seqs[0] ?? 0) - (b.seqs[0] ?? 0))
}

/** Firings by what they say about whom, and its opposite. */
function subjects(deliveries: readonly Delivery[]): Map<string, Firing[]> {
  const found = new Map<string, Firing[]>()
  for (const { arrivals } of deliveries) {
    const [first] = arrivals
    const firing = first && firingOf(first)
    if (!firing) continue
    const { id, email } = firing.event.contact
    const key = JSON.stringify([subjectOf(firing.trigger), id ?? email, first.item])
    const others = found.get(key)
    if (others) others.push(firing)
    else found.set(key, [firing])
  }
  return found
}

function firingOf({ seq, receivedAt, event, item }: Arrival): Firing | null {
  const trigger = event?.trigger ?? null
  if (!event || trigger === null || item === null) return null
  if (event.contact.id === undefined && event.contact.email === undefined) return null
  const occurredAt = Date.parse(event.occurredAt ?? '')
  return { seq, time: Number.isNaN(occurredAt) ? receivedAt : occurredAt, trigger, event }
}

/** Adding and removing a tag, a sale and its cancellation have one subject. */
function subjectOf(trigger: Trigger): string {
  return trigger.replace(/-(?:added|removed|new|canceled)$/, '')
}

/** Firings of one trigger that follow each other closely, with no opposite in between. */
function runs(firings: readonly Firing[], window: number): Firing[][] {
  const found: Firing[][] = []
  for (const firing of firings.toSorted((a, b) => a.time - b.time || a.seq - b.seq)) {
    const run = found.at(-1)
    const last = run?.at(-1)
    const isNext = last?.trigger === firing.trigger && firing.time - last.time <= window
    if (run && isNext) run.push(firing)
    else found.push([firing])
  }
  return found
}

function alarmOf(run: readonly Firing[]): Alarm[] {
  const [first] = run
  const last = run.at(-1)
  if (!first || !last || first === last) return []
  const { trigger, event } = first
  const { type, contact } = event
  const seqs = run.map(({ seq }) => seq)
  return [{ code: 'double-fire', trigger, type, contact, seqs, withinMs: last.time - first.time }]
}
