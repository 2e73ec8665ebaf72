import { describe, expect, it } from 'vitest'
import { minify, phpForm } from './compact.ts'
import { kindOf, memberValue, rawAt } from './document.ts'
import { prettyText } from './line.ts'
import { parseJson } from './parse.ts'
import { nodeAt, pointerOf } from './pointer.ts'
import { toValue } from './value.ts'

const levels = 100_000
const deepArrays = `${'['.repeat(levels)}${']'.repeat(levels)}`
const deepObjects = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

describe('a text nested a hundred thousand levels deep', () => {
  it.each([deepArrays, deepObjects])('is read, printed and valued without recursion', (text) => {
    const doc = parseJson(text)
    expect(doc.error).toBeNull()
    expect(minify(doc)).toBe(text)
    expect(phpForm(doc)).toBe(text)
    expect(parseJson(prettyText(doc)).count).toBe(doc.count)
    expect(toValue(doc, 0)).toBeTypeOf('object')
  })

  it('has pointers all the way down', () => {
    const doc = parseJson(deepObjects)
    const pointer = pointerOf(doc, doc.count - 1)
    expect(pointer).toBe('/a'.repeat(levels))
    expect(nodeAt(doc, pointer)).toBe(doc.count - 1)
  })

  it('is told apart from one that is cut, whose place is named down to the limit', () => {
    const { error } = parseJson('{"a":'.repeat(levels), { maxDepth: 10 })
    expect(error).toMatchObject({ code: 'json-truncated', pointer: '/a'.repeat(10) })
  })
})

describe('a text of unusual size', () => {
  it('may hold a number of a million digits', () => {
    const digits = '9'.repeat(1_000_000)
    const doc = parseJson(`[${digits}]`)
    expect(rawAt(doc, 1)).toBe(digits)
    expect(doc.problems.map(({ code }) => code)).toEqual(['number-overflow'])
  })

  it('may hold a million keys', () => {
    const keys = Array.from({ length: 1_000_000 }, (_, i) => `"k${i}":${i}`)
    const doc = parseJson(`{${keys.join()}}`)
    expect(doc.count).toBe(2_000_001)
    expect(rawAt(doc, memberValue(doc, 0, 'k999999'))).toBe('999999')
  })
})

describe('a key that pollutes prototypes', () => {
  it('is a plain member', () => {
    const doc = parseJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
    const value = toValue(doc, 0)
    expect(Object.keys(Object(value))).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(value)).toBeNull()
    expect('polluted' in {}).toBe(false)
    expect(kindOf(doc, memberValue(doc, 0, '__proto__'))).toBe('object')
    expect(memberValue(doc, 0, 'toString')).toBe(-1)
  })
})
