import { fieldNamed } from './fields.ts'
import { matchSearch } from './match.ts'
import { textsAt } from './path.ts'
import { printSearch } from './print.ts'
import type { SearchQuery, SearchTerm } from './query.ts'
import type { SearchSubject } from './subject.ts'

/** A term that a request does not match, and what it has instead. */
export type SearchMiss = { term: string; actual: string }

const maxActual = 200

/**
 * Which parts of a search a request does not match: the fewer, the closer it came. Empty where it
 * matches.
 */
export function explainMiss(query: SearchQuery, subject: SearchSubject, now: number): SearchMiss[] {
  const terms = query.type === 'and' ? query.terms : [query]
  return terms
    .filter((term) => !matchSearch(term, subject, now))
    .map((term) => ({ term: printSearch(term), actual: shortened(actualOf(term, subject)) }))
}

function shortened(texts: string[]): string {
  const text = [...new Set(texts)].filter((text) => text !== '').join(', ')
  if (text === '') return 'nothing'
  return text.length > maxActual ? `${text.slice(0, maxActual)}…` : text
}

function actualOf(query: SearchQuery, subject: SearchSubject): string[] {
  if (query.type === 'term') return termTexts(query, subject)
  if (query.type === 'not') return actualOf(query.term, subject)
  return query.terms.flatMap((term) => actualOf(term, subject))
}

function termTexts({ field: name, key }: SearchTerm, subject: SearchSubject): string[] {
  const field = fieldNamed(name)
  switch (field.match) {
    case 'whole':
    case 'part':
      return [...(field.show?.(subject) ?? field.read(subject, key))]
    case 'number':
      return [`${field.read(subject) ?? ''}`]
    case 'since':
    case 'until':
      return [new Date(subject.receivedAt).toISOString()]
    case 'json':
      return textsAt(subject.roots, key)
    case 'text':
      return [subject.text ?? '']
  }
}
