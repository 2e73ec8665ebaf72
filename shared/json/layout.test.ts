import { describe, expect, it } from 'vitest'
import type { JsonDocument } from './document.ts'
import { layout, lineOf } from './layout.ts'
import { type Line, lineAt, lineText, prettyText } from './line.ts'
import { parseJson } from './parse.ts'
import { nodeAt } from './pointer.ts'

function linesOf(doc: JsonDocument): Line[] {
  const lines = layout(doc)
  return Array.from({ length: lines.count }, (_, index) => lineAt(doc, lines, index))
}

describe('the lines of a document', () => {
  const doc = parseJson('{"a":{"b":[1.0,{ }]},\n"c":"\\/"}')

  it('show each token as sent', () => {
    expect(prettyText(doc)).toBe(`{
  "a": {
    "b": [
      1.0,
      {}
    ]
  },
  "c": "\\/"
}`)
  })

  it('know the other end of each container', () => {
    const shown = linesOf(doc)
    expect(shown.map(({ match }) => match)).toEqual([8, 6, 5, 3, 4, 2, 1, 7, 0])
    expect(shown.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 3, 2, 1, 1, 0])
  })

  it('are found by node', () => {
    const lines = layout(doc)
    const node = nodeAt(doc, '/a/b')
    expect([lineOf(doc, lines, node), lineOf(doc, lines, node - 1)]).toEqual([2, 2])
    expect(lineOf(doc, lines, 99)).toBe(-1)
  })

  it('end where the document ends', () => {
    expect(() => lineAt(doc, layout(doc), 9)).toThrow(RangeError)
  })
})

describe('the lines of a broken document', () => {
  it('show what was read, then the rest as it is', () => {
    const doc = parseJson('{"a":[1,{"b":2} oops\nmore')
    const shown = linesOf(doc).map((line) => [line.role, line.depth, lineText(doc, line)])
    expect(shown).toEqual([
      ['open', 0, '{'],
      ['open', 1, '"a": ['],
      ['value', 2, '1,'],
      ['open', 2, '{'],
      ['value', 3, '"b": 2'],
      ['close', 2, '}'],
      ['rest', 0, ' oops'],
      ['rest', 0, 'more'],
    ])
  })

  it('fold an unclosed container down to its last line', () => {
    const doc = parseJson('[1,[2,3')
    expect(linesOf(doc).map(({ match }) => match)).toEqual([4, 1, 4, 3, 4])
  })

  it('show a key that lost its value', () => {
    const doc = parseJson('{"a":1,"b"')
    expect(linesOf(doc).map((line) => lineText(doc, line))).toEqual(['{', '"a": 1,', '"b"'])
  })

  it('show nothing but the rest where nothing was read', () => {
    expect(prettyText(parseJson('oops'))).toBe('oops')
    expect(layout(parseJson('')).count).toBe(0)
  })

  it('stay bounded however many lines the rest has', () => {
    const doc = parseJson(`x${'\n'.repeat(50_000)}`)
    expect(layout(doc).count).toBe(10_000)
    expect(prettyText(doc)).toBe(doc.text)
  })
})
