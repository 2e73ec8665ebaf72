import { isKind, Kind, memberValue, stringAt } from '../json/document.ts'
import { parseJson } from '../json/parse.ts'
import { identifyAccount } from './identify-account.ts'
import { identifyAutomation } from './identify-automation.ts'
import { quote } from './describe.ts'
import type { Finding } from './finding.ts'
import type { Identity } from './identity.ts'
import type { Layer } from './layer.ts'
import { suggestName } from './suggest.ts'

/**
 * Tells what an object is: `type` and `data` make an automation event, the header
 * `X-Webhook-Event` an account webhook; without it, keys that only account webhooks have.
 * @returns `null` for what is no event
 */
export function identify(layer: Layer): Identity | null {
  if (!isKind(layer.doc, layer.node, Kind.object)) return null
  return identifyAutomation(layer) ?? identifyAccount(layer)
}

/** What an object that is no event may have wanted to be. */
export function nearMisses(layer: Layer): Finding[] {
  const { doc, node } = layer
  if (isKind(doc, node, Kind.string)) return brokenText(layer)
  if (!isKind(doc, node, Kind.object)) return []
  return [...withoutType(layer), ...namedByKey(layer)]
}

function withoutType({ doc, node }: Layer): Finding[] {
  const data = memberValue(doc, node, 'data')
  const hasEnvelope = ['account', 'created_at'].some((name) => memberValue(doc, node, name) >= 0)
  if (data < 0 || !isKind(doc, data, Kind.object) || !hasEnvelope) return []
  const type = memberValue(doc, node, 'type')
  const expected = 'a string'
  if (type < 0) {
    const message = 'The key "type" is missing: without it the event cannot be told'
    return [{ severity: 'error', code: 'missing', node, missing: 'type', message, expected }]
  }
  if (isKind(doc, type, Kind.string)) return []
  const code = isKind(doc, type, Kind.null) ? 'null-not-allowed' : 'wrong-type'
  const message = 'The type must be a string: without it the event cannot be told'
  return [{ severity: 'error', code, node: type, message, expected }]
}

/** A JSON text in a string that would be an event, were it whole. */
function brokenText({ doc, node }: Layer): Finding[] {
  const text = stringAt(doc, node)
  const error = /^\s*\{\s*"/.test(text) ? parseJson(text).error : null
  if (!error) return []
  const { line, column } = error
  const message =
    `The string holds a text that begins like JSON and is none: ${error.message} ` +
    `(line ${line}, column ${column} of that text)`
  return [{ severity: 'warning', code: 'double-encoded', node, message }]
}

/** `{"event": "OPT_IN", …}`: a name in the body that systeme.io never writes there. */
function namedByKey({ doc, node }: Layer): Finding[] {
  const event = memberValue(doc, node, 'event')
  if (event < 0 || !isKind(doc, event, Kind.string)) return []
  const name = stringAt(doc, event)
  const suggestion = suggestName(name)
  if (suggestion === undefined) return []
  const message = `No event has the key "event"; "${quote(name)}" is most likely ${suggestion}`
  return [{ severity: 'info', code: 'unknown-type', node: event, message, suggestion }]
}
