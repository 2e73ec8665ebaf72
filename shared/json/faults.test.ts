import { describe, expect, it } from 'vitest'
import { parseJson } from './parse.ts'

const cases: [text: string, start: number, pointer: string, message: string][] = [
  ['{"a":1,}', 7, '', 'JSON allows no trailing comma'],
  ['[1, ]', 4, '', 'JSON allows no trailing comma'],
  ["{'a':1}", 1, '', 'found a single quote: JSON knows double quotes only'],
  ['[“a”]', 1, '', 'straight double quotes'],
  ['{a:1}', 1, '', 'found the word a: keys stand in double quotes'],
  ['{"a":1 /* x */}', 7, '', 'found a slash: JSON has no comments'],
  ['[1 # x\n]', 3, '', 'JSON has no comments'],
  ['{"a":NaN}', 5, '/a', 'JSON has no NaN'],
  ['{"a":[-Infinity]}', 6, '/a/0', 'JSON has no -Infinity'],
  ['{"a":None}', 5, '/a', 'JSON writes null'],
  ['[True]', 1, '', 'JSON writes true'],
  ['[nope]', 1, '/0', 'Expected a value, found the word nope'],
  ['{"a" 1}', 5, '/a', 'Expected a colon after the key, found 1'],
  ['{"a":1 "b":2}', 7, '', 'found a string: a comma is missing'],
  ['[1}', 2, '', 'Expected a comma or the closing bracket, found a closing brace'],
  ['{"a":[1,{"b":01}]}', 14, '/a/1/b', 'must not begin with a needless zero'],
  ['[0, 1.]', 6, '/1', 'A digit is missing after 1.'],
  ['[+1]', 1, '', 'a number carries no plus sign'],
  ['["a\tb"]', 3, '/0', 'A string contains a tab as it is'],
  ['["\u0001"]', 2, '/0', 'the character U+0001'],
  ['["\\x"]', 3, '/0', 'no escape of a backslash followed by x'],
  ['["\\u12g4"]', 6, '/0', 'four hexadecimal digits, found g'],
  ['<p>', 0, '', 'this looks like HTML'],
  ['{"a":\u00a01}', 5, '/a', 'the character U+00A0'],
]

describe('a syntax error', () => {
  it.each(cases)('in %j stands at %i, at "%s": %s', (text, start, pointer, message) => {
    const { error } = parseJson(text)
    expect(error).toMatchObject({ code: 'json-syntax', start, pointer })
    expect(error?.message).toContain(message)
  })

  it('tells line and column', () => {
    expect(parseJson('{\r\n  "a": 1,\n  b\n}').error).toMatchObject({ line: 3, column: 3 })
  })

  it('keeps what stands before it', () => {
    const doc = parseJson('{"a":[1,{"b":2} oops')
    expect({ count: doc.count, readTo: doc.readTo }).toEqual({ count: 7, readTo: 15 })
  })
})

describe('a truncated text', () => {
  const cases: [text: string, pointer: string, message: string][] = [
    ['', '', 'The text ends where a value is expected'],
    ['{"data":{"order_item":{"id":1,"created_a', '/data/order_item', 'inside a string'],
    ['{"a":"x', '/a', 'inside a string'],
    ['{"a":[1,tr', '/a/1', 'inside the word true'],
    ['[-', '/0', 'inside a number'],
    ['[1,', '', 'where a value is expected'],
    ['{"a"', '/a', 'where a colon after the key is expected'],
  ]

  it.each(cases)('%j is cut at "%s": %s', (text, pointer, message) => {
    const { error } = parseJson(text)
    expect(error).toMatchObject({ code: 'json-truncated', pointer, start: text.length })
    expect(error?.message).toContain(message)
  })
})

describe('trailing data', () => {
  it.each(['{} {}', '{}}', '1 2', '[]// x'])('is an error in %j', (text) => {
    const { error, count } = parseJson(text)
    expect(error).toMatchObject({ code: 'trailing-data', pointer: '', end: text.length })
    expect(count).toBe(1)
  })
})
