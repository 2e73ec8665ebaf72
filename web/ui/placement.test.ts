import { describe, expect, it } from 'vitest'
import { placeRows } from './placement.ts'

const same = (key: number) => key

describe('placeRows', () => {
  it('places rows of one height', () => {
    const { top, rowAt } = placeRows(20, new Map(), same)
    expect([top(0), top(1), top(1_000_000)]).toEqual([0, 20, 20_000_000])
    expect([rowAt(0), rowAt(19), rowAt(20), rowAt(20_000_001)]).toEqual([0, 0, 1, 1_000_000])
  })

  it('moves what comes after an odd row', () => {
    const { top, rowAt } = placeRows(
      20,
      new Map([
        [4, 50],
        [1, 40],
      ]),
      same,
    )
    expect([0, 1, 2, 3, 4, 5, 6].map(top)).toEqual([0, 20, 60, 80, 100, 150, 170])
    expect([19, 20, 59, 60, 99, 100, 149, 150].map(rowAt)).toEqual([0, 1, 1, 2, 3, 4, 4, 5])
  })

  it('finds the row of every place that it gave', () => {
    const odd = new Map(Array.from({ length: 200 }, (_, i) => [i * 7, 20 + (i % 5) * 13]))
    const { top, rowAt } = placeRows(20, odd, same)
    const rows = Array.from({ length: 1500 }, (_, row) => row)
    expect(rows.map((row) => rowAt(top(row)))).toEqual(rows)
  })

  it('follows keys to other rows, and forgets those without one', () => {
    const rowOf = (key: number) => (key < 10 ? -1 : key - 10)
    const { top } = placeRows(
      20,
      new Map([
        [3, 99],
        [12, 30],
      ]),
      rowOf,
    )
    expect([0, 1, 2, 3].map(top)).toEqual([0, 20, 40, 70])
  })
})
