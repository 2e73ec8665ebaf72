/** A parsed search: a tree of terms. An `and` of nothing matches everything. */
export type SearchQuery =
  | { type: 'and' | 'or'; terms: SearchQuery[] }
  | { type: 'not'; term: SearchQuery }
  | SearchTerm

/** One thing asked about a request. */
export type SearchTerm = {
  type: 'term'
  /** Name of a field; `json` for a path of the event, `text` for bare words. */
  field: string
  /** What follows the dot of `header.` and `query.`, the whole path of `json`; else empty. */
  key: string
  test: SearchTest
}

export type SearchTest =
  | Pattern
  /** Both ends belong to it; `null`: open. */
  | { type: 'range'; min: number | null; max: number | null }
  | { type: 'compare'; operator: Operator; value: number }
  /** A moment: so many milliseconds before now, or since 1970. */
  | { type: 'ago' | 'moment'; time: number }

/** Texts that follow each other with anything between them: `a*b` is `a` and `b`. */
export type Pattern = { type: 'pattern'; parts: string[] }

export const operators = ['>=', '<=', '>', '<', '='] as const
export type Operator = (typeof operators)[number]

/** Why a text is no search, and where: UTF-16 offsets. */
export type SearchProblem = { message: string; start: number; end: number }

/** Carries a problem out of the parser. */
export class SearchError extends Error implements SearchProblem {
  readonly start: number
  readonly end: number

  constructor(message: string, start: number, end: number) {
    super(message)
    this.name = 'SearchError'
    this.start = start
    this.end = end
  }
}
