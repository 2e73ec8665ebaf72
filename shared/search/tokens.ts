import { SearchError } from './query.ts'

/** A piece of a search as typed. Offsets are UTF-16. */
export type Token = { start: number; end: number } & (
  | { type: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { type: 'word'; word: Word }
  | { type: 'field'; name: string; word: Word }
)

/** A value; in quotes nothing in it is special. */
export type Word = { text: string; quoted: boolean; start: number; end: number }

/** Cuts a search into its tokens. @throws SearchError for a quote or a value that is missing */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let start = skipSpace(text, 0)
  while (start < text.length) {
    const token = tokenAt(text, start)
    tokens.push(token)
    start = skipSpace(text, token.end)
  }
  return tokens
}

function skipSpace(text: string, start: number): number {
  let i = start
  while (/\s/.test(text.charAt(i))) i++
  return i
}

function tokenAt(text: string, start: number): Token {
  const character = text.charAt(start)
  const end = start + 1
  if (character === '(') return { type: 'open', start, end }
  if (character === ')') return { type: 'close', start, end }
  if (character === '-' && /[^\s)]/.test(text.charAt(end))) return { type: 'not', start, end }
  if (character !== '"') return bareToken(text, start)
  const word = quotedWord(text, start)
  return { type: 'word', word, start, end: word.end }
}

function bareToken(text: string, start: number): Token {
  const word = bareWord(text, start)
  const { end } = word
  const operator = word.text.toLowerCase()
  if (operator === 'or' || operator === 'and') return { type: operator, start, end }
  const name = fieldName(word.text)
  if (name === '') return { type: 'word', word, start, end }
  const valueStart = start + name.length + 1
  const value = valueAt(text, valueStart, end)
  return { type: 'field', name, word: value, start, end: value.end }
}

function valueAt(text: string, start: number, end: number): Word {
  if (start < end) return { text: text.slice(start, end), quoted: false, start, end }
  if (text.charAt(start) === '"') return quotedWord(text, start)
  throw new SearchError('A value is missing after this colon', start - 1, start)
}

/** What stands before the colon; empty where the word is plain text, such as an address of the web. */
function fieldName(word: string): string {
  if (/^(?:https?|wss?|ftp):\/\//i.test(word)) return ''
  return /^([a-z_$][\w$.*[\]-]*):/i.exec(word)?.[1] ?? ''
}

function bareWord(text: string, start: number): Word {
  let end = start
  while (end < text.length && !/[\s()"]/.test(text.charAt(end))) end++
  return { text: text.slice(start, end), quoted: false, start, end }
}

function quotedWord(text: string, start: number): Word {
  let value = ''
  for (let i = start + 1; i < text.length; i++) {
    const character = text.charAt(i)
    if (character === '"') return { text: value, quoted: true, start, end: i + 1 }
    const isEscape = character === '\\' && /["\\]/.test(text.charAt(i + 1))
    value += isEscape ? text.charAt(++i) : character
  }
  throw new SearchError('This quote is never closed', start, text.length)
}
