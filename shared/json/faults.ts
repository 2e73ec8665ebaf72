import type { JsonError } from './document.ts'
import { characterAt, foundAt, hintAt, type Wanted, wantedWords, wordAt } from './words.ts'

/** Where and why a text stops being JSON. */
export type Fault = {
  code: JsonError['code']
  message: string
  start: number
  end: number
  /** Whether the fault lies inside a value, rather than where one is missing. */
  inValue: boolean
}

/** A token that cannot stand at an offset, or none where the text has ended. */
export function unexpectedToken(text: string, offset: number, wanted: Wanted): Fault {
  if (offset >= text.length) {
    return truncated(text, `The text ends where ${wantedWords[wanted]} is expected`, false)
  }
  const why = hintAt(text, offset, wanted)
  const message = `Expected ${wantedWords[wanted]}, found ${foundAt(text, offset)}${why && `: ${why}`}`
  if (wanted !== 'nothing') {
    return { ...syntax(message, offset, wordAt(text, offset).length), inValue: false }
  }
  return { code: 'trailing-data', message, start: offset, end: text.length, inValue: false }
}

/** A character that a string literal cannot contain. */
export function brokenString(text: string, offset: number): Fault {
  if (offset >= text.length) return truncated(text, 'The text ends inside a string', true)
  return syntax(stringMessage(text, offset), offset)
}

function stringMessage(text: string, offset: number): string {
  const found = characterAt(text, offset)
  if (text.charCodeAt(offset) < 0x20 && text[offset - 1] !== '\\') {
    return `A string contains ${found} as it is: inside strings it must be escaped`
  }
  if (/\\u[\da-f]{0,3}$/i.test(text.slice(Math.max(0, offset - 5), offset))) {
    return `A \\u escape needs four hexadecimal digits, found ${found}`
  }
  return `JSON has no escape of a backslash followed by ${found}`
}

/** A character that a number literal, begun at `start`, cannot contain. */
export function brokenNumber(text: string, start: number, offset: number): Fault {
  if (offset >= text.length) return truncated(text, 'The text ends inside a number', true)
  const literal = text.slice(start, offset)
  if (/^-?0$/.test(literal)) return syntax('A number must not begin with a needless zero', offset)
  if (literal === '-' && text.startsWith('Infinity', offset)) {
    return syntax('JSON has no -Infinity', start, offset - start + 8)
  }
  return syntax(`A digit is missing after ${literal.slice(-20)}`, offset)
}

/** A literal that begins like `true`, `false` or `null`, and is none of them. */
export function brokenWord(text: string, offset: number, word: string): Fault {
  const isCut = word.startsWith(text.slice(offset, offset + word.length))
  if (isCut) return truncated(text, `The text ends inside the word ${word}`, true)
  return { ...unexpectedToken(text, offset, 'value'), inValue: true }
}

function truncated(text: string, message: string, inValue: boolean): Fault {
  return { code: 'json-truncated', message, start: text.length, end: text.length, inValue }
}

function syntax(message: string, start: number, length = 1): Fault {
  return { code: 'json-syntax', message, start, end: start + Math.max(1, length), inValue: true }
}
