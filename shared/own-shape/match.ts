import { parseSearch } from '../search/parse.ts'
import type { SearchProblem, SearchQuery, SearchTerm } from '../search/query.ts'

/** Fields that may read otherwise tomorrow: a request's label would change by itself. */
const changing: ReadonlySet<string> = new Set(['since', 'until', 'is', 'has', 'note', 'signature'])

/**
 * Reads which requests a shape describes. The judgement that `event:`, `verdict:` and their like
 * read is the one without own shapes.
 */
export function readMatch(text: string): { query: SearchQuery } | { error: SearchProblem } {
  const parsed = parseSearch(text)
  if ('error' in parsed) return parsed
  const term = termsOf(parsed.query).find(({ field }) => changing.has(field))
  if (!term) return parsed
  const message = `"${term.field}:" may change after a request has come in, and a match must not`
  return { error: { message, start: 0, end: text.length } }
}

function termsOf(query: SearchQuery): SearchTerm[] {
  if (query.type === 'term') return [query]
  return query.type === 'not' ? termsOf(query.term) : query.terms.flatMap(termsOf)
}
