import { describe, expect, it } from 'vitest'
import { nodeAt } from '../../shared/json/pointer.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { pathOf, sizeOf, valueText } from './path.ts'

const doc = parseJson('{"data":{"a b":[{"x":"caf\\u00e9"},1.0],"0":{}},"é":[ 1, 2 ]}')

describe('pathOf', () => {
  it.each([
    ['', ''],
    ['/data', 'data'],
    ['/data/a b', 'data["a b"]'],
    ['/data/a b/0/x', 'data["a b"][0].x'],
    ['/data/a b/1', 'data["a b"][1]'],
    ['/data/0', 'data["0"]'],
    ['/é/1', 'é[1]'],
  ])('writes %s as %s', (pointer, path) => {
    expect(pathOf(doc, nodeAt(doc, pointer))).toBe(path)
  })
})

describe('valueText', () => {
  it('gives what a string says, and anything else as sent', () => {
    expect(valueText(doc, nodeAt(doc, '/data/a b/0/x'))).toBe('café')
    expect(valueText(doc, nodeAt(doc, '/data/a b/1'))).toBe('1.0')
    expect(valueText(doc, nodeAt(doc, '/é'))).toBe('[ 1, 2 ]')
  })
})

describe('sizeOf', () => {
  it('counts members and elements, up to the most', () => {
    expect([sizeOf(doc, 0), sizeOf(doc, nodeAt(doc, '/data/a b'))]).toEqual([2, 2])
    expect(sizeOf(doc, 0, 1)).toBe(1)
  })
})
