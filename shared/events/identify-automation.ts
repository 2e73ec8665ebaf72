import {
  isKind,
  type JsonTape,
  keysOf,
  Kind,
  memberValue,
  members,
  stringAt,
} from '../json/document.ts'
import { undecidedOptIn, undocumentedEvent } from './automation.ts'
import { catalogue, type EventEntry } from './catalogue.ts'
import { quote } from './describe.ts'
import type { Finding } from './finding.ts'
import { betterTypes, foreignKeysOf, foreignKeysOfAll } from './home.ts'
import type { Identity } from './identity.ts'
import { optInLabel, undocumentedLabel } from './labels.ts'
import type { Layer } from './layer.ts'
import { looksLikeJson } from './media.ts'
import { namedEvent, suggestType } from './suggest.ts'
import type { Trigger } from './trigger.ts'

/** Two triggers share a type. */
const entries = new Map<string, Documented>()
for (const entry of catalogue.filter(({ family }) => family === 'automation')) {
  const known = [...(entries.get(entry.type)?.known ?? []), entry]
  const triggers = known.map(({ trigger }) => trigger)
  entries.set(entry.type, { known, triggers, foreign: foreignKeysOfAll(triggers) })
}

/** What the documents know by one type. */
type Documented = { known: EventEntry[]; triggers: Trigger[]; foreign: ReadonlySet<string> }

/** What an object with a `type` is; `null` where it has none or the envelope is somebody else's. */
export function identifyAutomation({ doc, node }: Layer): Identity | null {
  const typeNode = memberValue(doc, node, 'type')
  if (typeNode < 0 || !isKind(doc, typeNode, Kind.string)) return null
  const type = stringAt(doc, typeNode)
  const dataNode = memberValue(doc, node, 'data')
  const data = dataNode >= 0 && isKind(doc, dataNode, Kind.object) ? dataNode : -1
  const known = entries.get(type)
  if (known) return documented(doc, { type, typeNode, dataNode, data, ...known })
  const suggestion = suggestType(type)
  if (!isEnvelope(doc, node, data, suggestion !== undefined)) return null
  return undocumented(type, typeNode, suggestion)
}

/** `"data": "{…}"`: only half of the event was encoded twice. */
function encodedTwice(doc: JsonTape, data: number): Finding[] {
  if (data < 0 || !isKind(doc, data, Kind.string) || !looksLikeJson(stringAt(doc, data))) return []
  const message = 'The data is a JSON text inside a string: it was encoded twice'
  return [{ severity: 'warning', code: 'double-encoded', node: data, message }]
}

type Named = Documented & {
  type: string
  typeNode: number
  dataNode: number
  /** `dataNode` where it is an object, else -1. */
  data: number
}

function documented(doc: JsonTape, named: Named): Identity {
  const { type, dataNode, data, known, foreign } = named
  const common = { family: 'automation', type, standing: 'documented', home: data } as const
  const fitting = known.length === 1 ? known : variantsOf(doc, data, known)
  const findings = [...mismatch(doc, named), ...encodedTwice(doc, dataNode)]
  const [entry] = fitting
  if (entry && fitting.length === 1) {
    const { trigger, label, shape } = entry
    return { ...common, trigger, label, shape, foreign: foreignKeysOf(trigger), findings }
  }
  return {
    ...common,
    trigger: null,
    label: optInLabel,
    shape: undecidedOptIn,
    foreign,
    findings: [...findings, ...undecided(data, fitting)],
  }
}

/** Triggers whose distinguishing key is there; one with a value comes before one that is null. */
function variantsOf(doc: JsonTape, data: number, known: EventEntry[]): EventEntry[] {
  if (data < 0) return []
  const keyed = known.filter(({ trigger }) => variantNode(doc, data, trigger) >= 0)
  const filled = keyed.filter(
    ({ trigger }) => !isKind(doc, variantNode(doc, data, trigger), Kind.null),
  )
  return filled.length > 0 ? filled : keyed
}

function variantNode(doc: JsonTape, data: number, trigger: EventEntry['trigger']): number {
  const key = trigger === 'blog-page-form-subscribed' ? 'page_model' : 'funnel_step'
  return memberValue(doc, data, key)
}

function undecided(data: number, fitting: EventEntry[]): Finding[] {
  if (data < 0) return []
  const expected = 'either funnel_step or page_model'
  if (fitting.length > 0) {
    const message = 'The opt-in has a funnel_step and a page_model: it can come from one only'
    return [{ severity: 'error', code: 'ambiguous-variant', node: data, message, expected }]
  }
  const message =
    'The opt-in has neither funnel_step nor page_model; other forms are said to exist, ' +
    'but no document describes them'
  return [{ severity: 'error', code: 'no-variant', node: data, message, expected }]
}

function mismatch(doc: JsonTape, { type, typeNode, data, triggers }: Named): Finding[] {
  if (data < 0) return []
  const better = betterTypes('automation', triggers, keysOf(doc, data))
  if (better.length === 0) return []
  const suggestion = better.join(' or ')
  const message = `The data does not fit ${type}, but ${suggestion}`
  return [{ severity: 'warning', code: 'type-data-mismatch', node: typeNode, message, suggestion }]
}

const envelopeKeys = ['type', 'data', 'account', 'created_at']

/** `type` and `data` alone are common: of an unknown type the rest must not speak against it. */
function isEnvelope(doc: JsonTape, node: number, data: number, isNearMiss: boolean): boolean {
  const has = (name: string) => memberValue(doc, node, name) >= 0
  if (has('account') && has('created_at')) return true
  if (data < 0) return false
  if (isNearMiss || has('account') || has('created_at')) return true
  for (const [key] of members(doc, node)) {
    if (!envelopeKeys.includes(stringAt(doc, key))) return false
  }
  return true
}

function undocumented(type: string, node: number, suggestion: string | undefined): Identity {
  return {
    family: 'automation',
    type,
    trigger: null,
    label: undocumentedLabel,
    standing: 'undocumented',
    shape: undocumentedEvent,
    home: -1,
    foreign: new Set(),
    findings: [unknownType(type, node, suggestion ?? namedEvent(type))],
  }
}

function unknownType(type: string, node: number, suggestion: string | undefined): Finding {
  const code = 'unknown-type'
  const unknown = `No document describes the type "${quote(type)}"`
  if (suggestion === undefined) {
    const message = `${unknown}: its envelope is checked, its data is not`
    return { severity: 'info', code, node, message }
  }
  const isType = suggestion.includes('.')
  const where = isType ? '' : ', an account webhook, which is named in the header X-Webhook-Event'
  const message = `${unknown}; most likely ${suggestion} was meant${where}`
  return { severity: 'warning', code, node, message, suggestion }
}
