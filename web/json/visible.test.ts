import { describe, expect, it } from 'vitest'
import { visibleSegments, visibleText } from './visible.ts'

describe('visibleText', () => {
  it.each([
    ['plain ünï 漢字 🙂', 'plain ünï 漢字 🙂'],
    ['tab\tline\r\n', 'tab\tline\r\n'],
    ['a\u0000b\u001b[31m', 'a\\u0000b\\u001b[31m'],
    ['admin\u202egpj.exe', 'admin\\u202egpj.exe'],
    ['a\u200bb\ufeff', 'a\\u200bb\\ufeff'],
    ['\ud83d broken', '\\ud83d broken'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('shows %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })
})

describe('visibleSegments', () => {
  it('tells hidden characters from text', () => {
    expect(visibleSegments('a\u0007b')).toEqual([
      { text: 'a', hidden: false },
      { text: '\\u0007', hidden: true },
      { text: 'b', hidden: false },
    ])
    expect(visibleSegments('')).toEqual([])
  })

  it('leaves a text without them in one piece', () => {
    expect(visibleSegments('all plain')).toHaveLength(1)
  })
})
