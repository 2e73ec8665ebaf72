import { accountTriggers, automationTriggers } from '../events/trigger.ts'
import { readMatch } from '../own-shape/match.ts'
import type { SearchQuery, SearchTerm } from '../search/query.ts'
import type { SearchProblem } from '../search/query.ts'
import type { Selector } from './scenario.ts'

const triggers: ReadonlySet<string> = new Set([...automationTriggers, ...accountTriggers])

/**
 * Reads which requests a step is about. One word is an event: a documented trigger, or a type as it
 * is sent. Everything else is a search.
 */
export function readSelector(text: string): { selector: Selector } | { error: SearchProblem } {
  if (/^[\w.-]+$/.test(text)) {
    const field = triggers.has(text) ? 'trigger' : 'event'
    return { selector: { text, isEvent: true, query: termOf(field, text) } }
  }
  const read = readMatch(text)
  return 'error' in read ? read : { selector: { text, isEvent: false, query: read.query } }
}

function termOf(field: string, value: string): SearchTerm {
  return { type: 'term', field, key: '', test: { type: 'pattern', parts: [value] } }
}

/** What an event has to be called for a search to find it, so that others are not even asked. */
export function keyOf(query: SearchQuery): string | null {
  const terms = query.type === 'and' ? query.terms : [query]
  for (const term of terms) {
    if (term.type !== 'term' || term.test.type !== 'pattern') continue
    const [name = '', another] = term.test.parts
    const isName = term.field === 'trigger' || term.field === 'event'
    if (isName && another === undefined) return `${term.field}:${name.toLowerCase()}`
  }
  return null
}
