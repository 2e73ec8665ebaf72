import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { minify, phpForm } from './compact.ts'
import { parseJson } from './parse.ts'

describe('the compact form', () => {
  it('keeps numbers, escapes, order and duplicates', () => {
    const text = '\ufeff { "b" : 1.0 , "a" : [ 1e5, "\\/ \\u00e9 x" ] , "b" : { } }\n'
    expect(minify(parseJson(text))).toBe('{"b":1.0,"a":[1e5,"\\/ \\u00e9 x"],"b":{}}')
  })

  it('leaves what is broken as it is', () => {
    expect(minify(parseJson('{ "a" : 1 , oops  !'))).toBe('{"a":1 , oops  !')
  })
})

describe('the form of PHP', () => {
  it.each([
    ['{ "u": "https://x.y/é" }', '{"u":"https:\\/\\/x.y\\/\\u00e9"}'],
    ['"\ud83d\ude00"', '"\\ud83d\\ude00"'],
    ['"\\u00E9\\u0041\\b\\u001F\\u007f"', '"\\u00e9A\\b\\u001f\u007f"'],
    ['[0.0,-0,1E5,12345678901234567890]', '[0.0,-0,1E5,12345678901234567890]'],
    ['"\\\\ \\" <&\'>"', '"\\\\ \\" <&\'>"'],
  ])('of %j is %s', (text, form) => {
    expect(phpForm(parseJson(text))).toBe(form)
  })

  it('carries the signature of a body that was serialised anew on its way', () => {
    const sent = '{"sourceURL":"https:\\/\\/example.com","name":"Ren\\u00e9"}'
    const onTheWay = JSON.stringify(JSON.parse(sent), null, 2)
    const secret = 'unit-test-signing-secret-32-characters'
    const signature = createHmac('sha256', secret)
      .update(phpForm(parseJson(onTheWay)))
      .digest('hex')
    expect(signature).toBe('8e7689f05bcba7b845dcdc20e02394f976c1a943770267134e845244544e5c1a')
  })
})
