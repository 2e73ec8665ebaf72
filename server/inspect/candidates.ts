import { type Candidate, unwrap } from '../../shared/events/unwrap.ts'
import { headerValues } from '../../shared/headers.ts'
import { parseJson } from '../../shared/json/parse.ts'

/** The events in a JSON text, or else its root as it is; none where it is no JSON. */
export function candidatesOf(text: string | null, rawHeaders: readonly string[]): Candidate[] {
  if (text === null || text.trim() === '') return []
  const doc = parseJson(text)
  if (doc.error) return []
  const header = (name: string) => headerValues(rawHeaders, name)[0]
  return unwrap({ doc, node: 0, place: (offset) => offset, header }).candidates
}
