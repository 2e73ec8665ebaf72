import { jsonIn } from '../../shared/events/json-in.ts'
import { type Candidate, maxEvents, unwrap } from '../../shared/events/unwrap.ts'
import { headerValues } from '../../shared/headers.ts'
import { elements, isKind, Kind } from '../../shared/json/document.ts'
import { parseJson } from '../../shared/json/parse.ts'

/** The events in a body, or else the root of its JSON as it is; none where it is neither JSON nor a form. */
export function candidatesOf(text: string | null, rawHeaders: readonly string[]): Candidate[] {
  if (text === null || text.trim() === '') return []
  const header = (name: string) => headerValues(rawHeaders, name)[0]
  const json = jsonIn(text, header('content-type') ?? null)
  const doc = parseJson(json.text)
  return doc.error ? [] : unwrap({ doc, node: 0, place: json.offsetOf, header }).candidates
}

/** What own shapes may describe one by one: the candidates, or the objects of the array that is all of them. */
export function partsOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const [one, another] = candidates
  if (!one || another || !isKind(one.layer.doc, one.layer.node, Kind.array)) return candidates
  const { layer } = one
  const parts: Candidate[] = []
  for (const node of elements(layer.doc, layer.node)) {
    if (!isKind(layer.doc, node, Kind.object)) return candidates
    if (parts.length < maxEvents) parts.push({ layer: { ...layer, node }, identity: null })
  }
  return parts.length > 0 ? parts : candidates
}
