import { readForm, looksLikePayload } from './form.ts'
import { formDocument } from './form-document.ts'
import type { MappedText } from './mapped.ts'
import { claimsForm, claimsJson, looksLikeJson } from './media.ts'

/** The JSON that a body is, or that a form holds, or else the form itself as JSON. */
export function jsonIn(text: string, contentType: string | null): MappedText {
  const isForm = claimsForm(contentType)
  const isOther = claimsJson(contentType) || looksLikeJson(text)
  if (isOther || !(isForm || looksLikePayload(text))) return { text, offsetOf: (index) => index }
  const { payload } = readForm(text)
  return payload ?? (isForm ? formDocument(text) : { text, offsetOf: (index) => index })
}
