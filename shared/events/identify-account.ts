import { isKind, type JsonTape, keysOf, Kind, memberValue } from '../json/document.ts'
import { accountShapes, nestedContactAndTag, saleVersions } from './account.ts'
import { catalogue, type EventEntry } from './catalogue.ts'
import { quote } from './describe.ts'
import type { Finding } from './finding.ts'
import { betterTypes, foreignKeysOf } from './home.ts'
import type { Identity } from './identity.ts'
import { ambiguousLabels, undocumentedLabel } from './labels.ts'
import type { Layer } from './layer.ts'
import { anyObject, type Shape } from './shape.ts'
import { suggestEvent } from './suggest.ts'

const entries = new Map(
  catalogue.filter(({ family }) => family === 'account').map((entry) => [entry.type, entry]),
)

/** What an object is by the header `X-Webhook-Event`; without one, by keys that nothing else has. */
export function identifyAccount(layer: Layer): Identity | null {
  const name = layer.header('x-webhook-event')?.trim() ?? ''
  if (name === '') return byShape(layer)
  const entry = entries.get(name)
  return entry ? documented(layer, entry) : undocumented(name)
}

function documented(layer: Layer, { type, trigger, label, shape }: EventEntry): Identity {
  const { doc, node } = layer
  const identity = { family: 'account', type, standing: 'documented', home: node } as const
  const findings = [
    ...mismatch(layer, type, trigger),
    ...nested(doc, node),
    ...unknownVersion(schemaVersionOf(layer)),
  ]
  return {
    ...identity,
    trigger,
    label,
    shape: shapeFor(layer, shape),
    foreign: foreignKeysOf(trigger),
    findings,
  }
}

function schemaVersionOf({ header }: Layer): string {
  return header('x-webhook-schema-version')?.trim() ?? ''
}

/** A newer version is judged by what all versions have in common. */
function unknownVersion(version: string): Finding[] {
  if (version === '' || saleVersions.has(version)) return []
  const message = `No document describes X-Webhook-Schema-Version: "${quote(version)}"`
  const words = { message, expected: [...saleVersions.keys()].join(', '), actual: quote(version) }
  return [{ severity: 'info', code: 'unknown-value', node: -1, ...words }]
}

function shapeFor(layer: Layer, shape: Shape): Shape {
  const { doc, node } = layer
  if (shape === accountShapes['account-sale-new']) {
    return saleVersions.get(schemaVersionOf(layer)) ?? shape
  }
  return nested(doc, node).length > 0 ? nestedContactAndTag : shape
}

/** `{contact: {contact}, tag}`: the tag stands where it belongs, the contact one level too deep. */
function nested(doc: JsonTape, node: number): Finding[] {
  const contact = memberValue(doc, node, 'contact')
  if (contact < 0 || memberValue(doc, contact, 'contact') < 0) return []
  const message = 'The contact stands inside another contact: live deliveries have one'
  return [{ severity: 'warning', code: 'double-nested', node: contact, message }]
}

function mismatch({ doc, node }: Layer, type: string, trigger: EventEntry['trigger']): Finding[] {
  const better = betterTypes('account', [trigger], keysOf(doc, node))
  if (better.length === 0) return []
  const suggestion = better.join(' or ')
  const message = `The body does not fit X-Webhook-Event: ${type}, but ${suggestion}`
  return [{ severity: 'warning', code: 'type-data-mismatch', node: -1, message, suggestion }]
}

function undocumented(name: string): Identity {
  const suggestion = suggestEvent(name)
  const meant = suggestion ? `; most likely ${suggestion} was meant` : ''
  const message = `No document describes X-Webhook-Event: "${quote(name)}"${meant}`
  const severity = suggestion ? 'warning' : 'info'
  const finding: Finding = { severity, code: 'unknown-type', node: -1, message }
  if (suggestion) finding.suggestion = suggestion
  return {
    family: 'account',
    type: name,
    trigger: null,
    label: undocumentedLabel,
    standing: 'undocumented',
    shape: anyObject(),
    home: -1,
    foreign: new Set(),
    findings: [finding],
  }
}

const bodies = {
  sale: { shape: accountShapes['account-sale-new'], events: ['SALE_NEW', 'SALE_CANCELED'] },
  tag: {
    shape: accountShapes['account-contact-tag-added'],
    events: ['CONTACT_TAG_ADDED', 'CONTACT_TAG_REMOVED'],
  },
  contact: {
    shape: accountShapes['account-contact-created'],
    events: ['CONTACT_CREATED', 'CONTACT_OPT_IN'],
  },
} as const

function byShape(layer: Layer): Identity | null {
  const { doc, node, header } = layer
  const kind = bodyKind(doc, node)
  if (kind === null) return null
  const suggestion = bodies[kind].events.join(' or ')
  const misnamed = ['x-systeme-event', 'x-systemeio-event'].find((name) => header(name))
  const hint = misnamed ? ` (${misnamed} is no header of systeme.io)` : ''
  const message = `Without the header X-Webhook-Event${hint} this can be ${suggestion}`
  const finding = { severity: 'warning', code: 'no-event-header', node: -1 } as const
  return {
    family: 'account',
    type: '',
    trigger: null,
    label: ambiguousLabels[kind],
    standing: 'ambiguous',
    shape: shapeFor(layer, bodies[kind].shape),
    home: -1,
    foreign: new Set(),
    findings: [{ ...finding, message, suggestion }, ...nested(doc, node)],
  }
}

function bodyKind(doc: JsonTape, node: number): keyof typeof bodies | null {
  const keys = keysOf(doc, node)
  const hasAll = (...names: string[]) => names.every((name) => keys.has(name))
  if (hasAll('customer', 'pricePlan', 'order', 'orderItem')) return 'sale'
  const contact = memberValue(doc, node, 'contact')
  const isContact = ['id', 'email', 'contact'].some((name) => memberValue(doc, contact, name) >= 0)
  if (contact < 0 || !isKind(doc, contact, Kind.object) || !isContact) return null
  if (keys.size === 1) return 'contact'
  return keys.size === 2 && keys.has('tag') ? 'tag' : null
}
