import { jsonIn } from '../../shared/events/json-in.ts'
import { type Candidate, unwrap } from '../../shared/events/unwrap.ts'
import { headerValues } from '../../shared/headers.ts'
import { parseJson } from '../../shared/json/parse.ts'

/** The events in a body, or else the root of its JSON as it is; none where it is neither JSON nor a form. */
export function candidatesOf(text: string | null, rawHeaders: readonly string[]): Candidate[] {
  if (text === null || text.trim() === '') return []
  const header = (name: string) => headerValues(rawHeaders, name)[0]
  const json = jsonIn(text, header('content-type') ?? null)
  const doc = parseJson(json.text)
  return doc.error ? [] : unwrap({ doc, node: 0, place: json.offsetOf, header }).candidates
}
