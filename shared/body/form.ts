import { unquoteForm } from '../events/mapped.ts'

export type FormField = { name: string; value: string }

/** The fields of a form, decoded; of very many the first ones, and how many there are. */
export type FormFields = { fields: FormField[]; count: number }

const mostFields = 1000

/** Reads `application/x-www-form-urlencoded`; escapes that are no UTF-8 are left as they stand. */
export function formFields(text: string): FormFields {
  const fields: FormField[] = []
  let count = 0
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('&', start)
    const end = next < 0 ? text.length : next
    if (end > start && count++ < mostFields) fields.push(fieldAt(text, start, end))
    start = end + 1
  }
  return { fields, count }
}

function fieldAt(text: string, start: number, end: number): FormField {
  const equals = text.slice(start, end).indexOf('=')
  const nameEnd = equals < 0 ? end : start + equals
  const valueStart = equals < 0 ? end : nameEnd + 1
  return {
    name: unquoteForm(text, start, nameEnd).text,
    value: unquoteForm(text, valueStart, end).text,
  }
}
