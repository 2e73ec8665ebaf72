import type { Pattern, SearchQuery, SearchTerm, SearchTest } from './query.ts'
import { spans } from './values.ts'

/** Writes a search so that it reads back as the same. */
export function printSearch(query: SearchQuery): string {
  switch (query.type) {
    case 'or':
      return query.terms.map(printSearch).join(' or ')
    case 'and':
      return query.terms.map((term) => grouped(term, term.type === 'or')).join(' ')
    case 'not':
      return `-${grouped(query.term, query.term.type === 'or' || query.term.type === 'and')}`
    case 'term':
      return printTerm(query)
  }
}

function grouped(query: SearchQuery, isGroup: boolean): string {
  return isGroup ? `(${printSearch(query)})` : printSearch(query)
}

function printTerm({ field, key, test }: SearchTerm): string {
  const value = printTest(test)
  if (field === 'text') return value.startsWith('"') || isPlain(value) ? value : `text:${value}`
  if (field === 'json') return `${key}:${value}`
  return `${key === '' ? field : `${field}.${key}`}:${value}`
}

function printTest(test: SearchTest): string {
  switch (test.type) {
    case 'pattern':
      return printPattern(test)
    case 'range':
      return `${test.min ?? ''}..${test.max ?? ''}`
    case 'compare':
      return `${test.operator}${test.value}`
    case 'ago':
      return printSpan(test.time)
    case 'moment':
      return new Date(test.time).toISOString()
  }
}

function printSpan(time: number): string {
  for (const [unit, span] of spans) {
    if (time > 0 && time % span === 0) return `${time / span}${unit}`
  }
  return `${time / 1000}s`
}

/** A wildcard only ever comes from a bare word, and goes back into one. */
function printPattern({ parts }: Pattern): string {
  const text = parts.join('*')
  if (parts.length > 1 || (isPlain(text) && !text.includes('*'))) return text
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** Whether a text means itself wherever it stands in a search. */
function isPlain(text: string): boolean {
  const isWord = /^[\p{L}\p{N}_@+/*][\p{L}\p{N}_@+/*.%&!;,#-]*$/u.test(text)
  return isWord && !/^(?:and|or)$|\.\./i.test(text)
}
