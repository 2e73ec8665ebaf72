import type { Breakage } from '../../shared/breakage.ts'
import type { EventEntry } from '../../shared/events/catalogue.ts'
import { HttpProblem } from '../http/problem.ts'
import { addMember, removeAt, setAt, textAt, type Path } from './edit.ts'

/** What is about to be sent, and may still be broken. */
export type Draft = Pick<EventEntry, 'type' | 'schemaVersion'> & {
  family: EventEntry['family']
  body: string
  /** Headers that are left out, or changed, by their name. */
  headers: Map<string, string | null>
}

/** Breaks a draft in one way. @throws HttpProblem `invalid-input` where the event cannot be broken so */
export function breakDraft(draft: Draft, breakage: Breakage): Draft {
  const { body, family, headers } = draft
  const home = homeOf(body)
  const withBody = (changed: string) => ({ ...draft, body: changed })
  switch (breakage) {
    case 'missing':
      return withBody(removeAt(body, [...home, 'email']))
    case 'wrong-type':
      return withBody(setAt(body, [...home, 'id'], textAt(body, [...home, 'id']) ?? ''))
    case 'null-not-allowed':
      return withBody(setAt(body, [...home, 'email'], null))
    case 'extra':
      return withBody(setAt(body, [...home, 'undocumented_key'], true))
    case 'bad-format':
      return withBody(setAt(body, [...home, 'email'], 'not an address'))
    case 'unknown-type':
      return misname(draft)
    case 'duplicate-key':
      return withBody(addMember(body, home, '"email"', '"second@example.com"'))
    case 'json-syntax':
      return withBody(body.replace(',', ';'))
    case 'json-truncated':
      return withBody(body.slice(0, Math.ceil(body.length * 0.7)))
    case 'empty-body':
      return withBody('')
    case 'bom':
      return withBody(`\ufeff${body}`)
    case 'wrapped-array':
      return withBody(`[${body}]`)
    case 'double-encoded':
      return withBody(JSON.stringify(body))
    case 'no-event-header':
    case 'invalid-signature':
      if (family === 'automation') throw onlyAccount(breakage)
      return { ...draft, headers: new Map([...headers, ...wrongHeaders[breakage]]) }
  }
}

const wrongHeaders = {
  'no-event-header': [['x-webhook-event', null]],
  'invalid-signature': [['x-webhook-signature', '0'.repeat(64)]],
} as const

/** A name with its last letter gone: the misspelling of somebody's own test script. */
function misname(draft: Draft): Draft {
  const type = draft.type.slice(0, -1)
  return draft.family === 'account'
    ? { ...draft, type }
    : { ...draft, type, body: setAt(draft.body, ['type'], type) }
}

/** The person that the event is about. */
function homeOf(body: string): Path {
  const places = ['data.contact', 'data.customer', 'contact', 'customer'].map((at) => at.split('.'))
  return places.find((place) => textAt(body, place) !== undefined) ?? []
}

function onlyAccount(breakage: Breakage): HttpProblem {
  const detail = `"${breakage}" is for account webhooks: automation rules send no such header.`
  return new HttpProblem('invalid-input', detail, { pointer: '/broken' })
}
