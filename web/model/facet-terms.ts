/** Terms of a search that are switched by a click rather than typed: `verdict:valid`, `since:…`. */
const facetFields = ['verdict', 'trigger', 'event', 'since', 'until'] as const
type FacetField = (typeof facetFields)[number]

/** Whether a search has a term, as a word of its own. */
export function hasTerm(q: string, term: string): boolean {
  return wordsOf(q).includes(term)
}

/** A search without one term. */
export function withoutTerm(q: string, term: string): string {
  return wordsOf(q)
    .filter((word) => word !== term)
    .join(' ')
}

/** A search with the terms of some fields taken out. */
export function withoutFields(q: string, fields: readonly FacetField[]): string {
  const isOf = (word: string) => fields.some((field) => word.startsWith(`${field}:`))
  return wordsOf(q)
    .filter((word) => !isOf(word))
    .join(' ')
}

/** A search with terms in place of those that it has of the same fields. */
export function withTerms(q: string, fields: readonly FacetField[], terms: readonly string[]) {
  const rest = withoutFields(q, fields)
  // What is joined with "or" stays together.
  const kept = wordsOf(rest).some((word) => /^or$/i.test(word)) ? `(${rest})` : rest
  return [kept, ...terms].filter((part) => part !== '').join(' ')
}

/** Parts between spaces; a quoted text is one of them, with what stands before it. */
export function wordsOf(q: string): string[] {
  return q.match(/(?:"(?:\\.|[^"\\])*"|[^\s"])+/g) ?? []
}
