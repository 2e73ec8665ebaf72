import type { Cost } from './field.ts'
import { fieldNamed } from './fields.ts'
import { matchesNumber } from './numbers.ts'
import { matchesJson } from './path.ts'
import { matchesPart, matchesWhole } from './pattern.ts'
import type { SearchQuery, SearchTerm, SearchTest } from './query.ts'
import type { SearchSubject } from './subject.ts'

/**
 * Whether a request is what a search asks for. Costly properties of the subject are read only where
 * the cheap ones have not decided.
 * @param now milliseconds since 1970, for `since:10m`
 */
export function matchSearch(query: SearchQuery, subject: SearchSubject, now: number): boolean {
  switch (query.type) {
    case 'and':
      return inOrderOfCost(query.terms, (term) => !matchSearch(term, subject, now)) === undefined
    case 'or':
      return inOrderOfCost(query.terms, (term) => matchSearch(term, subject, now)) !== undefined
    case 'not':
      return !matchSearch(query.term, subject, now)
    case 'term':
      return matchTerm(query, subject, now)
  }
}

/** The first term that decides, the cheap ones asked first. */
function inOrderOfCost(
  terms: readonly SearchQuery[],
  decides: (term: SearchQuery) => boolean,
): SearchQuery | undefined {
  for (const cost of [0, 1, 2]) {
    const found = terms.find((term) => costOf(term) === cost && decides(term))
    if (found) return found
  }
  return undefined
}

function costOf(query: SearchQuery): Cost {
  if (query.type === 'term') return fieldNamed(query.field).cost
  if (query.type === 'not') return costOf(query.term)
  return query.terms.reduce<Cost>((most, term) => {
    const cost = costOf(term)
    return cost > most ? cost : most
  }, 0)
}

function matchTerm(term: SearchTerm, subject: SearchSubject, now: number): boolean {
  const { key, test } = term
  const field = fieldNamed(term.field)
  switch (field.match) {
    case 'whole':
      return field.read(subject, key).some((text) => matchesText(test, text))
    case 'part':
      return field.read(subject, key).some((text) => containsText(test, text))
    case 'number':
      return matchesNumber(test, field.read(subject))
    case 'since':
      return subject.receivedAt >= momentOf(test, now)
    case 'until':
      return subject.receivedAt <= momentOf(test, now)
    case 'json':
      return matchesJson(test, subject.roots, key)
    case 'text':
      return matchesBody(test, subject.text)
  }
}

function matchesText(test: SearchTest, text: string): boolean {
  return test.type === 'pattern' && matchesWhole(test, text)
}

function containsText(test: SearchTest, text: string): boolean {
  return test.type === 'pattern' && matchesPart(test, text.toLowerCase())
}

function momentOf(test: SearchTest, now: number): number {
  if (test.type === 'ago') return now - test.time
  return test.type === 'moment' ? test.time : Number.NaN
}

/** Senders escape what is not ASCII, and slashes: both what was sent and what it means are found. */
function matchesBody(test: SearchTest, text: string | null): boolean {
  if (text === null) return false
  return (
    containsText(test, text) || (text.includes('\\') && containsText(test, withoutEscapes(text)))
  )
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|(["\\/bfnrt]))/gi, (_, hex?: string, letter = '') =>
    hex === undefined
      ? (escapes.get(letter) ?? letter)
      : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

const escapes = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])
