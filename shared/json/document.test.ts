import { describe, expect, it } from 'vitest'
import { elements, kindOf, members, memberValue, numberAt, rawAt, stringAt } from './document.ts'
import { parseJson } from './parse.ts'
import { elementAt, nodeAt, pointerOf } from './pointer.ts'
import { lineColumn } from './position.ts'
import { toValue } from './value.ts'

const doc = parseJson('{"a":[1.50,"x\\/y"],"b~/c":{},"a":true}')

describe('a document', () => {
  it('lists the members of an object in order, duplicates included', () => {
    const found = [...members(doc, 0)].map(([key, value]) => [
      stringAt(doc, key),
      rawAt(doc, value),
    ])
    expect(found).toEqual([
      ['a', '[1.50,"x\\/y"]'],
      ['b~/c', '{}'],
      ['a', 'true'],
    ])
  })

  it('lists the elements of an array', () => {
    expect([...elements(doc, 2)].map((node) => rawAt(doc, node))).toEqual(['1.50', '"x\\/y"'])
    expect(elementAt(doc, 2, 1)).toBe(4)
    expect(elementAt(doc, 2, 2)).toBe(-1)
  })

  it('gives the last value of a repeated key', () => {
    expect(kindOf(doc, memberValue(doc, 0, 'a'))).toBe('true')
    expect(memberValue(doc, 0, 'missing')).toBe(-1)
    expect(memberValue(doc, 2, 'a')).toBe(-1)
  })

  it('gives numbers and strings both as sent and as meant', () => {
    expect([rawAt(doc, 3), numberAt(doc, 3)]).toEqual(['1.50', 1.5])
    expect([rawAt(doc, 4), stringAt(doc, 4)]).toEqual(['"x\\/y"', 'x/y'])
  })

  it('refuses nodes that it does not have', () => {
    expect(() => kindOf(doc, doc.count)).toThrow(RangeError)
  })

  it('survives the way to another thread', () => {
    const clone = structuredClone(doc, { transfer: [] })
    expect(toValue(clone, 0)).toEqual(toValue(doc, 0))
  })
})

describe('a pointer', () => {
  it('escapes as RFC 6901 says', () => {
    const node = nodeAt(doc, '/b~0~1c')
    expect(rawAt(doc, node)).toBe('{}')
    expect(pointerOf(doc, node)).toBe('/b~0~1c')
  })

  it.each(['a', '/missing', '/b~0~1c/x', '/a/0', '/a/0/x'])('finds nothing at %j', (pointer) => {
    expect(nodeAt(doc, pointer)).toBe(-1)
  })

  it.each(['/00', '/01', '/-', '/+1', '/1.0', '/2', '/ 1'])('takes %j for no index', (pointer) => {
    expect(nodeAt(parseJson('[1,2]'), pointer)).toBe(-1)
  })
})

describe('a broken document', () => {
  const broken = parseJson('{"a":1,"b":[2,{"c"')

  it('gives the members that are there', () => {
    expect(JSON.stringify(toValue(broken, 0))).toBe('{"a":1,"b":[2,{}]}')
    expect([...members(broken, nodeAt(broken, '/b/1'))]).toEqual([])
  })
})

describe('line and column', () => {
  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 2, 1],
    [4, 3, 1],
    [5, 4, 1],
  ])('of offset %i are %i and %i', (offset, line, column) => {
    expect(lineColumn('a\n\r\n\rb', offset)).toEqual({ line, column })
  })
})
