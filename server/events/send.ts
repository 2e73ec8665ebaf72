import type { SentEvent, Sending } from '../../shared/sending.ts'
import type { Breakage, Oddity } from '../../shared/breakage.ts'
import { findEvent, type EventEntry } from '../../shared/events/catalogue.ts'
import type { SendInput } from '../../shared/input.ts'
import { captureBaseUrl } from '../http/base-url.ts'
import type { ControlDeps } from '../http/deps.ts'
import { requireTarget } from '../http/target-problem.ts'
import type { BinRecord } from '../store/store.ts'
import { breakDraft, type Draft } from './break.ts'
import { accountDelivery, asSent, automationDelivery, type Delivery } from './delivery.ts'
import { datedAt, withOddity } from './oddities.ts'
import { override } from './overrides.ts'

/** Milliseconds that a slow sender takes for a body. */
const slowness = 3000

/**
 * Sends a documented event to a bin, or to an allowed target, as the real sender would; changed or
 * broken if asked.
 * @throws HttpProblem `invalid-input` | `target-not-allowed`
 */
export async function sendEvent(
  deps: ControlDeps,
  bin: BinRecord,
  { trigger, overrides = {}, broken = false, odd = [], ...where }: SendInput,
): Promise<SentEvent> {
  const to = where.to ?? null
  if (to !== null) requireTarget(deps.outbox, to)
  const entry = findEvent(trigger)
  const body = odd.reduce(
    (text, oddity) => withOddity(text, oddity, deps.now()),
    override(entry.sample, overrides),
  )
  const draft = breakagesOf(broken).reduce(breakDraft, draftOf(entry, asSent(body)))
  const delivery = deliveryOf(deps, bin, draft, odd)
  const drip = odd.includes('slow') ? slowness : 0
  const bytes = Buffer.from(delivery.body)
  const outgoing = {
    method: 'POST',
    headers: delivery.headers,
    body: bytes,
    credentials: true,
    drip,
  }
  const order = {
    bin: bin.id,
    cause: 'event',
    trigger,
    to,
    target: `/bin/${bin.id}`,
    outgoing,
  } as const
  const sendings: [Sending, ...Sending[]] = [await deps.outbox.send(order)]
  if (odd.includes('duplicate')) sendings.push(await deps.outbox.send({ ...order, attempt: 2 }))
  const { binSeq, status } = sendings[0]
  return { trigger, seq: binSeq, status, bytes: bytes.length, sendings }
}

function breakagesOf(broken: NonNullable<SendInput['broken']>): Breakage[] {
  if (typeof broken === 'boolean') return broken ? ['missing'] : []
  return typeof broken === 'string' ? [broken] : broken
}

function draftOf({ family, type, schemaVersion }: EventEntry, body: string): Draft {
  return { family, type, schemaVersion, body, headers: new Map() }
}

function deliveryOf(
  deps: ControlDeps,
  bin: BinRecord,
  draft: Draft,
  odd: readonly Oddity[],
): Delivery {
  const { now, random } = deps
  const { host } = new URL(captureBaseUrl(deps))
  const circumstances = { now: datedAt(odd, now()), random, host, secret: bin.secret }
  const { headers, body } =
    draft.family === 'account'
      ? accountDelivery(draft, draft.body, circumstances)
      : automationDelivery(draft.body, circumstances)
  return {
    body,
    headers: headers.flatMap(([name, value]) => {
      const changed = draft.headers.get(name)
      return changed === null ? [] : [[name, changed ?? value] satisfies [string, string]]
    }),
  }
}
