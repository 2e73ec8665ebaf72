import { accountShapes } from './account.ts'
import { automationShapes } from './automation.ts'
import { labels } from './labels.ts'
import { samples } from './samples.ts'
import type { Shape } from './shape.ts'
import {
  accountEvents,
  accountTriggers,
  automationTriggers,
  automationTypes,
  type Trigger,
} from './trigger.ts'
import type { Family, Label } from './verdict.ts'

/** One documented event. */
export type EventEntry = {
  trigger: Trigger
  family: Family
  /** As the sender names it: `contact.tag.added` in the body, `SALE_NEW` in a header. */
  type: string
  label: Label
  shape: Shape
  /** A body as the document prints it (automation rules) or as it is sent (account webhooks). */
  sample: string
  /** What `X-Webhook-Schema-Version` says of the sample; account webhooks only. */
  schemaVersion: string | null
}

/** Every documented event: automation rules in the order of the help article, then account webhooks. */
export const catalogue: readonly EventEntry[] = [
  ...automationTriggers.map((trigger) => ({
    ...commonOf(trigger),
    family: 'automation' as const,
    type: automationTypes[trigger],
    shape: automationShapes[trigger],
    schemaVersion: null,
  })),
  ...accountTriggers.map((trigger) => ({
    ...commonOf(trigger),
    family: 'account' as const,
    type: accountEvents[trigger],
    shape: accountShapes[trigger],
    schemaVersion: trigger === 'account-sale-new' ? '2' : '1',
  })),
]

function commonOf(trigger: Trigger) {
  return { trigger, label: labels[trigger], sample: samples[trigger] }
}

const entries = new Map<string, EventEntry>(catalogue.map((entry) => [entry.trigger, entry]))

/** The entry of a trigger; `undefined` for a name that is none. */
export function findEvent(trigger: Trigger): EventEntry
export function findEvent(trigger: string): EventEntry | undefined
export function findEvent(trigger: string): EventEntry | undefined {
  return entries.get(trigger)
}
