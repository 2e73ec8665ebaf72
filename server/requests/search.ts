import { matchSearch } from '../../shared/search/match.ts'
import { parseSearch } from '../../shared/search/parse.ts'
import { printSearch } from '../../shared/search/print.ts'
import { HttpProblem } from '../http/problem.ts'
import type { StoredEntry } from '../store/store.ts'
import type { RequestContext } from '../inspect/context.ts'

/** A search over stored requests. */
export type Search = {
  matches: (entry: StoredEntry) => Promise<boolean>
  /** The terms that a request fails, as one would type them. */
  failed: (entry: StoredEntry) => Promise<string[]>
}

/** Finds everything. */
const everything: Search = { matches: async () => true, failed: async () => [] }

/**
 * Reads the search of a query; none finds everything.
 * @throws HttpProblem `invalid-search` with the position
 */
export function searchFrom({ deps, inspector }: RequestContext, query: URLSearchParams): Search {
  const text = query.get('q') ?? ''
  if (text.trim() === '') return everything
  const parsed = parseSearch(text)
  if ('error' in parsed) {
    const { message, start } = parsed.error
    throw new HttpProblem('invalid-search', `${message}.`, { pointer: '/q', position: start })
  }
  const whole = parsed.query
  const terms = whole.type === 'and' ? whole.terms : [whole]
  return {
    async matches(entry) {
      return matchSearch(whole, await inspector.subject(entry), deps.now())
    },
    async failed(entry) {
      const subject = await inspector.subject(entry)
      const now = deps.now()
      return terms.filter((term) => !matchSearch(term, subject, now)).map(printSearch)
    },
  }
}
