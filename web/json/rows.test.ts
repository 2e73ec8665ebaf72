import { describe, expect, it } from 'vitest'
import { layOut } from './laid-out.ts'
import {
  foldableLines,
  lineAtOffset,
  lineOfPlace,
  rowOfLine,
  unfoldAround,
  visibleLines,
} from './rows.ts'

// Lines: 0 {  1 "a": {  2 "b": [  3 1  4 {}  5 ]  6 }  7 "c": 2  8 }
const text = '{"a":{"b":[1,{}]},"c":2}'
const laidOut = layOut(text)
const { doc, lines } = laidOut

describe('visibleLines', () => {
  it('shows every line while nothing is folded', () => {
    expect([...visibleLines(lines, new Set())]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('leaves out what a fold hides, and its last line', () => {
    expect([...visibleLines(lines, new Set([2]))]).toEqual([0, 1, 2, 6, 7, 8])
    expect([...visibleLines(lines, new Set([1, 2]))]).toEqual([0, 1, 7, 8])
    expect([...visibleLines(lines, new Set([0]))]).toEqual([0])
  })

  it('folds a container that the text never closes', () => {
    const broken = layOut('{"a":[1,2')
    expect([...visibleLines(broken.lines, new Set([1]))]).toEqual([0, 1])
  })
})

describe('rowOfLine', () => {
  const shown = visibleLines(lines, new Set([1]))

  it('finds a line that is shown, and the fold that hides one', () => {
    expect([0, 1, 7, 8].map((line) => rowOfLine(shown, line))).toEqual([0, 1, 2, 3])
    expect([2, 4, 6].map((line) => rowOfLine(shown, line))).toEqual([1, 1, 1])
  })
})

describe('foldableLines', () => {
  it('are those of containers inside of the outermost', () => {
    expect([...foldableLines(lines)]).toEqual([1, 2])
  })
})

describe('unfoldAround', () => {
  it('opens what hides a line, and nothing else', () => {
    const all = foldableLines(lines)
    expect([...unfoldAround(lines, all, 3)]).toEqual([])
    expect([...unfoldAround(lines, all, 2)]).toEqual([2])
    expect(unfoldAround(lines, all, 7)).toBe(all)
  })
})

describe('lineAtOffset', () => {
  it.each([
    ['{', 0],
    ['"a"', 1],
    ['"b"', 2],
    ['1', 3],
    ['{}', 4],
    [']', 5],
    ['}', 4],
    ['"c"', 7],
    ['2', 7],
  ])('finds the line of %s', (token, line) => {
    expect(lineAtOffset(doc, lines, text.indexOf(token))).toBe(line)
  })

  it('finds lines of what could not be read', () => {
    const broken = layOut('{"a":1 oops\nmore')
    expect(lineAtOffset(broken.doc, broken.lines, 12)).toBe(broken.lines.count - 1)
  })
})

describe('lineOfPlace', () => {
  it('goes by the range where there is one', () => {
    const range = { start: text.indexOf('2'), end: text.length - 1 }
    expect(lineOfPlace(laidOut, { path: '/a', range })).toBe(7)
  })

  it('goes by the path as far as that leads', () => {
    expect(lineOfPlace(laidOut, { path: '/a/b/0' })).toBe(3)
    expect(lineOfPlace(laidOut, { path: '/a/b/7/x' })).toBe(2)
    expect(lineOfPlace(laidOut, { path: '/nowhere' })).toBe(0)
    expect(lineOfPlace(layOut(''), { path: '/a' })).toBe(0)
  })
})
