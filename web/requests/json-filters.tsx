import { isKind, Kind, rawAt, stringAt, type JsonDocument } from '../../shared/json/document.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { jsonTerm, quoted } from '../../shared/search/term.ts'
import { segmentsOf } from '../json/path.ts'
import { Icon } from '../ui/icon.tsx'
import { useBodyWords } from '../words/body/use-body-words.ts'
import { FilterLink } from './filter-link.tsx'

/** Longest value that is asked for: an address bears no more. */
const longestValue = 300

type JsonFiltersProps = { request: RequestDetail; doc: JsonDocument; node: number }

/** Narrows the list to requests with the same value at the same path, or with anything there. */
export function JsonFilters({ request, doc, node }: JsonFiltersProps) {
  const say = useBodyWords()
  const path = eventPath(segmentsOf(doc, node), request)
  const value = valueTerm(doc, node)
  // A path that has no words: the value, wherever it stands.
  const byValue = value === null ? null : (jsonTerm(path, value) ?? textTerm(doc, node))
  return (
    <>
      <FilterLink term={byValue} look="words">
        <Icon name="filter" size={13} /> {say('filter.value')}
      </FilterLink>
      <FilterLink term={jsonTerm(path, '*')} look="words">
        <Icon name="filter" size={13} /> {say('filter.path')}
      </FilterLink>
    </>
  )
}

/** A value as the search writes it; `null` for one that holds others, or is very long. */
function valueTerm(doc: JsonDocument, node: number): string | null {
  const raw = rawAt(doc, node)
  if (raw.length > longestValue) return null
  if (isKind(doc, node, Kind.string)) return quoted(stringAt(doc, node))
  return isKind(doc, node, Kind.object) || isKind(doc, node, Kind.array) ? null : raw
}

function textTerm(doc: JsonDocument, node: number): string | null {
  return isKind(doc, node, Kind.string) ? quoted(stringAt(doc, node)) : null
}

/** The search starts at the event: what is wrapped around it is not on the way. */
function eventPath(segments: string[], { issues, events }: RequestDetail): string[] {
  const codes = new Set(issues.map(({ code }) => code))
  const path = [...segments]
  if (codes.has('wrapped-array') || events.length > 1) path.shift()
  if (codes.has('wrapped-n8n') && /^(?:body|json)$/.test(path[0] ?? '')) path.shift()
  if (codes.has('double-nested') && path[0] === 'contact') path.shift()
  return path
}
