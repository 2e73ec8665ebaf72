/** What the grammar allows at the place of a fault. */
export type Wanted = 'value' | 'key' | 'colon' | 'comma in object' | 'comma in array' | 'nothing'

export const wantedWords: Record<Wanted, string> = {
  value: 'a value',
  key: 'a key in double quotes',
  colon: 'a colon after the key',
  'comma in object': 'a comma or the closing brace',
  'comma in array': 'a comma or the closing bracket',
  nothing: 'the end of the text',
}

export function foundAt(text: string, offset: number): string {
  const word = wordAt(text, offset)
  return word === '' ? characterAt(text, offset) : `the word ${word}`
}

export function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset) ?? 0
  const name = characterNames.get(code)
  if (name !== undefined) return name
  const character = String.fromCodePoint(code)
  if (!/[\p{C}\p{Z}]/u.test(character)) return character
  return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

const characterNames = new Map([
  [0x09, 'a tab'],
  [0x0a, 'a line break'],
  [0x0d, 'a line break'],
  [0x22, 'a string'],
  [0x27, 'a single quote'],
  [0x2c, 'a comma'],
  [0x2f, 'a slash'],
  [0x3a, 'a colon'],
  [0x5b, 'an opening bracket'],
  [0x5d, 'a closing bracket'],
  [0x7b, 'an opening brace'],
  [0x7d, 'a closing brace'],
])

/** The likely reason of a fault; empty where there is nothing to add. */
export function hintAt(text: string, offset: number, wanted: Wanted): string {
  const character = text.charAt(offset)
  if (wanted === 'nothing' && /[[{]/.test(character)) return 'another JSON text follows'
  if (/["\d[{]/.test(character)) return wanted.startsWith('comma') ? 'a comma is missing' : ''
  if (/[}\]]/.test(character) && /,\s*$/.test(text.slice(Math.max(0, offset - 200), offset))) {
    return 'JSON allows no trailing comma'
  }
  if (/^(?:\/[/*]|#)/.test(text.slice(offset, offset + 2))) return 'JSON has no comments'
  const word = wordAt(text, offset)
  if (word !== '') return wanted === 'key' ? 'keys stand in double quotes' : wordHint(word)
  return characterHints[character] ?? ''
}

const characterHints: Partial<Record<string, string>> = {
  "'": 'JSON knows double quotes only',
  '`': 'JSON knows double quotes only',
  '“': 'JSON knows straight double quotes only',
  '”': 'JSON knows straight double quotes only',
  '+': 'a number carries no plus sign',
  '.': 'a number begins with a digit',
  '<': 'this looks like HTML',
}

function wordHint(word: string): string {
  if (['NaN', 'Infinity', 'undefined'].includes(word)) return `JSON has no ${word}`
  const literal = word === 'None' ? 'null' : word.toLowerCase()
  const isLiteral = ['true', 'false', 'null'].includes(literal) && word !== literal
  return isLiteral ? `JSON writes ${literal}` : ''
}

/** The name or bare word at an offset, at most 40 characters; empty where there is none. */
export function wordAt(text: string, offset: number): string {
  return /^[A-Za-z_$][\w$]*/.exec(text.slice(offset, offset + 40))?.[0] ?? ''
}
