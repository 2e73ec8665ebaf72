import { nearestField, resolveField } from './fields.ts'
import { SearchError, type SearchProblem, type SearchQuery } from './query.ts'
import { type Token, tokenize } from './tokens.ts'
import { parsePattern, parseTest } from './values.ts'

const maxLength = 4096
/** Parentheses and minus signs inside each other: more than anybody types, less than a stack holds. */
const maxNesting = 50

/** Reads a search. Never throws: what is wrong with it comes back in words. */
export function parseSearch(text: string): { query: SearchQuery } | { error: SearchProblem } {
  try {
    if (text.length > maxLength) {
      throw new SearchError(`A search has at most ${maxLength} characters`, maxLength, text.length)
    }
    return { query: new Parser(tokenize(text), text.length).whole() }
  } catch (error) {
    if (!(error instanceof SearchError)) throw error
    return { error: { message: error.message, start: error.start, end: error.end } }
  }
}

class Parser {
  private readonly tokens: Token[]
  private readonly length: number
  private next = 0
  private nesting = 0

  constructor(tokens: Token[], length: number) {
    this.tokens = tokens
    this.length = length
  }

  whole(): SearchQuery {
    if (this.tokens.length === 0) return { type: 'and', terms: [] }
    const query = this.either()
    const rest = this.tokens[this.next]
    if (rest) throw new SearchError('This parenthesis was never opened', rest.start, rest.end)
    return query
  }

  private either(): SearchQuery {
    const terms = [this.all()]
    while (this.take('or')) terms.push(this.all())
    return joined('or', terms)
  }

  private all(): SearchQuery {
    const terms = [this.single()]
    while (this.take('and') || this.beginsTerm()) terms.push(this.single())
    return joined('and', terms)
  }

  private single(): SearchQuery {
    const token = this.tokens[this.next++]
    switch (token?.type) {
      case 'not':
        return { type: 'not', term: this.inside(token, () => this.single()) }
      case 'open':
        return this.inside(token, () => this.group(token))
      case 'word':
        return { type: 'term', field: 'text', key: '', test: parsePattern(token.word) }
      case 'field':
        return fieldTerm(token)
      case 'and':
      case 'or':
      case 'close':
      case undefined:
        throw this.missingTerm(token)
    }
  }

  private group(open: Token): SearchQuery {
    const query = this.either()
    if (this.take('close')) return query
    throw new SearchError('This parenthesis is never closed', open.start, open.end)
  }

  private inside(token: Token, read: () => SearchQuery): SearchQuery {
    if (++this.nesting > maxNesting) {
      throw new SearchError('Too many levels inside each other', token.start, token.end)
    }
    const query = read()
    this.nesting--
    return query
  }

  private missingTerm(token: Token | undefined): SearchError {
    if (token?.type === 'close') {
      return new SearchError('A term is missing before this parenthesis', token.start, token.end)
    }
    if (token) {
      const message = `A term is missing before "${token.type}": put the word in quotes to search for it`
      return new SearchError(message, token.start, token.end)
    }
    const last = this.tokens.at(-1)
    return new SearchError('A term is missing at the end', last?.start ?? 0, this.length)
  }

  private take(type: Token['type']): boolean {
    if (this.tokens[this.next]?.type !== type) return false
    this.next++
    return true
  }

  private beginsTerm(): boolean {
    const type = this.tokens[this.next]?.type
    return type === 'word' || type === 'field' || type === 'not' || type === 'open'
  }
}

function fieldTerm({ name, word, start }: Extract<Token, { type: 'field' }>): SearchQuery {
  const resolved = resolveField(name)
  if (resolved) {
    const { field, key } = resolved
    return { type: 'term', field: field.name, key, test: parseTest(field, word) }
  }
  const meant = nearestField(name)
  const advice =
    meant === undefined ? 'put it in quotes to search for it' : `did you mean "${meant}"?`
  throw new SearchError(`unknown field "${name}": ${advice}`, start, start + name.length)
}

/** One term stands for itself; terms of the same kind inside each other are one list. */
function joined(type: 'and' | 'or', terms: SearchQuery[]): SearchQuery {
  const flat = terms.flatMap((term) => (term.type === type ? term.terms : [term]))
  const [first] = flat
  return first && flat.length === 1 ? first : { type, terms: flat }
}
