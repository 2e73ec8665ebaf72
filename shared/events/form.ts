import { type MappedText, unquoteForm } from './mapped.ts'
import { looksLikeJson } from './media.ts'
import type { Issue } from './verdict.ts'

const maxFields = 1000
/** Longest field that is looked into, in characters: events are a few kilobytes. */
const maxPayload = 1024 * 1024
const maxName = 200

/** Fields in which some tools put a whole JSON text. */
const payloadNames = ['payload', 'data', 'json', 'body', 'event']

/** Beginnings of fields that an event flattened into a form has. */
const eventField = /^(?:type|data|account|created_at|contact)(?:$|[[.])/

export type FormReading = {
  /** The JSON text that one of the fields holds. */
  payload: MappedText | null
  /** `form-encoded`, where the form holds an event or was made of one. */
  issue: Issue | null
}

/** Looks for an event in `application/x-www-form-urlencoded`. */
export function readForm(text: string): FormReading {
  let isEvent = false
  for (const { name, start, end } of fieldsOf(text)) {
    const isPayload = payloadNames.includes(name) && end - start <= maxPayload
    const value = isPayload ? unquoteForm(text, start, end) : null
    if (value && looksLikeJson(value.text)) {
      const message = `The event stands in the form field "${name}": systeme.io sends JSON`
      return { payload: value, issue: formEncoded(message, start, end) }
    }
    isEvent ||= eventField.test(name)
  }
  const message = 'The event came as a form: numbers became texts, null and [] were lost'
  return { payload: null, issue: isEvent ? formEncoded(message) : null }
}

/** Whether a text without a telling content type is a form that holds a JSON text. */
export function looksLikePayload(text: string): boolean {
  return /^\s*(?:payload|data|json|body|event)=(?:%7B|%5B|%22|[{["])/i.test(text.slice(0, 200))
}

/** A field of a form: its name stands from `from` to `to`, its value from `start` to `end`. */
export type FormField = { name: string; from: number; to: number; start: number; end: number }

/** The fields in order, a bounded number of them. */
export function* fieldsOf(text: string): Generator<FormField> {
  let start = 0
  for (let count = 0; start < text.length && count < maxFields; count++) {
    const next = text.indexOf('&', start)
    const end = next < 0 ? text.length : next
    const equals = text.slice(start, end).indexOf('=')
    const nameEnd = equals < 0 ? end : start + equals
    const name = unquoteForm(text, start, Math.min(nameEnd, start + maxName)).text.trim()
    yield { name, from: start, to: nameEnd, start: Math.min(nameEnd + 1, end), end }
    start = end + 1
  }
}

function formEncoded(message: string, start?: number, end?: number): Issue {
  const issue: Issue = { severity: 'warning', code: 'form-encoded', path: '', message }
  if (start !== undefined && end !== undefined) issue.range = { start, end }
  return issue
}
