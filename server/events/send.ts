import type { SentEvent } from '../../shared/api.ts'
import type { Breakage } from '../../shared/breakage.ts'
import { findEvent, type EventEntry } from '../../shared/events/catalogue.ts'
import type { SendInput } from '../../shared/input.ts'
import { baseUrl, loopback } from '../http/base-url.ts'
import type { ControlDeps } from '../http/deps.ts'
import type { BinRecord } from '../store/store.ts'
import { breakDraft, type Draft } from './break.ts'
import { accountDelivery, asSent, automationDelivery, type Delivery } from './delivery.ts'
import { override } from './overrides.ts'
import { post } from './post.ts'

const patience = 5000

/**
 * Sends a documented event to a bin as the real sender would, changed or broken if asked.
 * @throws HttpProblem `invalid-input`
 */
export async function sendEvent(
  deps: ControlDeps,
  bin: BinRecord,
  { trigger, overrides = {}, broken = false }: SendInput,
): Promise<SentEvent> {
  const draft = breakagesOf(broken).reduce(breakDraft, draftOf(findEvent(trigger), overrides))
  const delivery = deliveryOf(deps, bin, draft)
  const to = { ...loopback(deps.address()), path: `/bin/${bin.id}` }
  const answer = await post(to, delivery, patience)
  return { trigger, ...answer, bytes: Buffer.byteLength(delivery.body) }
}

function breakagesOf(broken: NonNullable<SendInput['broken']>): Breakage[] {
  if (typeof broken === 'boolean') return broken ? ['missing'] : []
  return typeof broken === 'string' ? [broken] : broken
}

function draftOf(entry: EventEntry, overrides: Record<string, unknown>): Draft {
  const { family, type, schemaVersion, sample } = entry
  const body = asSent(override(sample, overrides))
  return { family, type, schemaVersion, body, headers: new Map() }
}

function deliveryOf(deps: ControlDeps, bin: BinRecord, draft: Draft): Delivery {
  const { now, random } = deps
  const { host } = new URL(baseUrl(deps))
  const circumstances = { now: now(), random, host, secret: bin.secret }
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
