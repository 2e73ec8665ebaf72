import {
  isKind,
  type JsonTape,
  Kind,
  memberValue,
  numberAt,
  rawAt,
  stringAt,
} from '../json/document.ts'
import { dateTime } from './format.ts'
import type { Identity } from './identity.ts'
import type { Layer } from './layer.ts'
import type { EventSummary, Family } from './verdict.ts'

/** The row that is shown of an event. */
export function summarize(
  layer: Layer,
  identity: Pick<Identity, 'family' | 'type' | 'trigger' | 'label'>,
): EventSummary {
  const { family, type, trigger, label } = identity
  const contact = contactOf(layer, family === 'automation')
  return { family, type, trigger, label, occurredAt: occurredAt(layer, family), contact }
}

function occurredAt({ doc, node, header }: Layer, family: Family): string | null {
  const isAccount = family === 'account'
  const text = isAccount
    ? header('x-webhook-event-timestamp')
    : textAt(doc, memberValue(doc, node, 'created_at'))
  return text === undefined ? null : utcOf(text)
}

/** A time as all of them are told; `null` where it is none. */
function utcOf(text: string): string | null {
  const time = dateTime.fits(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** A contact stands in `contact`; a sale has a `customer` that names its contact. */
function contactOf({ doc, node }: Layer, isAutomation: boolean): EventSummary['contact'] {
  const home = isAutomation ? childOf(doc, node, 'data') : node
  const outer = childOf(doc, home, 'contact')
  const nested = childOf(doc, outer, 'contact')
  const contact = nested >= 0 ? nested : outer
  if (contact >= 0) return person(doc, contact, 'id')
  return person(doc, childOf(doc, home, 'customer'), isAutomation ? 'contact_id' : 'contactId')
}

function person(doc: JsonTape, node: number, idKey: string): EventSummary['contact'] {
  const contact: EventSummary['contact'] = {}
  const id = idAt(doc, childOf(doc, node, idKey))
  const email = textAt(doc, childOf(doc, node, 'email'))
  if (id !== undefined) contact.id = id
  if (email !== undefined) contact.email = email
  return contact
}

function childOf(doc: JsonTape, object: number, key: string): number {
  return object < 0 ? -1 : memberValue(doc, object, key)
}

function textAt(doc: JsonTape, node: number): string | undefined {
  return node >= 0 && isKind(doc, node, Kind.string) ? stringAt(doc, node) : undefined
}

/** A number that a double cannot hold keeps its digits, as text. */
function idAt(doc: JsonTape, node: number): number | string | undefined {
  if (node < 0 || !isKind(doc, node, Kind.number)) return textAt(doc, node)
  const value = numberAt(doc, node)
  return Number.isSafeInteger(value) ? value : rawAt(doc, node)
}
