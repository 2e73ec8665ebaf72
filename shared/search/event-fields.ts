import { accountTriggers, automationTriggers } from '../events/trigger.ts'
import type { EventSummary, Verdict } from '../events/verdict.ts'
import type { SignatureResult } from '../request.ts'
import type { SearchField } from './field.ts'

const verdicts: Record<Verdict, true> = {
  valid: true,
  drifted: true,
  invalid: true,
  undocumented: true,
  ambiguous: true,
  unrecognized: true,
  unreadable: true,
  none: true,
}

const families: Record<EventSummary['family'], true> = {
  automation: true,
  account: true,
  own: true,
}

const signatures: Record<SignatureResult['status'], true> = {
  valid: true,
  'valid-normalized': true,
  invalid: true,
  missing: true,
  unchecked: true,
}

/** Fields that read what the body was judged to be. */
export const eventFields: readonly SearchField[] = [
  {
    name: 'event',
    example: 'event:contact.tag.added',
    help: 'type of the event, its label, or a word of its label',
    cost: 1,
    match: 'whole',
    read: ({ events }) => events.flatMap((event) => [event.type, ...labelTexts(event)]),
    show: ({ events }) => events.map(({ type }) => type),
  },
  {
    name: 'trigger',
    example: 'trigger:new-sale',
    help: 'documented trigger',
    cost: 1,
    values: [...automationTriggers, ...accountTriggers],
    match: 'whole',
    read: ({ events }) => events.flatMap(({ trigger }) => trigger ?? []),
  },
  {
    name: 'family',
    example: 'family:account',
    help: 'family of webhooks',
    cost: 1,
    values: Object.keys(families),
    match: 'whole',
    read: ({ events }) => events.map(({ family }) => family),
  },
  {
    name: 'verdict',
    example: 'verdict:invalid',
    help: 'outcome of the check against the documented shape',
    cost: 1,
    values: Object.keys(verdicts),
    match: 'whole',
    read: ({ verdict }) => [verdict],
  },
  {
    name: 'issue',
    example: 'issue:duplicate-key',
    help: 'code of an issue',
    cost: 1,
    match: 'whole',
    read: ({ issues }) => issues.map(({ code }) => code),
  },
  {
    name: 'signature',
    example: 'signature:invalid',
    help: 'outcome of checking the signature',
    cost: 1,
    values: Object.keys(signatures),
    match: 'whole',
    read: ({ signature }) => [signature],
  },
  {
    name: 'email',
    example: 'email:x@y.z',
    help: "the contact's e-mail address",
    cost: 1,
    match: 'whole',
    read: ({ events }) => events.flatMap(({ contact }) => contact.email ?? []),
  },
  {
    name: 'contact',
    example: 'contact:29142804',
    help: "the contact's id or e-mail address",
    cost: 1,
    match: 'whole',
    read: ({ events }) =>
      events.flatMap(({ contact: { id, email } }) => [`${id ?? ''}`, email ?? '']).filter(Boolean),
  },
]

/** A label in every language, and each of its words. */
function labelTexts({ label }: EventSummary): string[] {
  return Object.values(label).flatMap((text) => [text, ...text.split(/[\s()]+/)])
}
