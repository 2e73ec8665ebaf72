import { describe, expect, it } from 'vitest'
import { cutRows, longestPiece, rowAtOffset } from './text-rows.ts'

function rowsOf(text: string): [number | undefined, string][] {
  const { count, starts, ends, numbers } = cutRows(text)
  return Array.from({ length: count }, (_, row) => [
    numbers[row],
    text.slice(starts[row], ends[row]),
  ])
}

describe('cutRows', () => {
  it.each<[string, [number, string][]]>([
    ['', [[1, '']]],
    ['one', [[1, 'one']]],
    [
      'a\nb',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'a\r\n\r\nb\n',
      [
        [1, 'a'],
        [2, ''],
        [3, 'b'],
        [4, ''],
      ],
    ],
  ])('cuts %j at its line ends', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })

  it('cuts long lines into pieces that give the line again', () => {
    const line = 'x'.repeat(longestPiece * 2 + 5)
    const rows = rowsOf(`${line}\nend`)
    expect(rows.map(([number, piece]) => [number, piece.length])).toEqual([
      [1, longestPiece],
      [0, longestPiece],
      [0, 5],
      [2, 3],
    ])
    expect(
      rows
        .slice(0, 3)
        .map(([, piece]) => piece)
        .join(''),
    ).toBe(line)
  })

  it('never cuts a character in two', () => {
    const rows = rowsOf(`${'x'.repeat(longestPiece - 1)}🙂y`)
    expect(rows.map(([, piece]) => piece.slice(-2))).toEqual(['🙂', 'y'])
  })
})

describe('rowAtOffset', () => {
  it('finds the row of an offset', () => {
    const rows = cutRows('ab\ncd\n')
    expect([0, 1, 2, 3, 5, 6].map((offset) => rowAtOffset(rows, offset))).toEqual([
      0, 0, 0, 1, 1, 2,
    ])
  })
})
