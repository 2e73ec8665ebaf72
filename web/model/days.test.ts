import { describe, expect, it } from 'vitest'
import { dayStarts } from './days.ts'

describe('dayStarts', () => {
  it.each([
    ['', []],
    ['a', [0]],
    ['aaa', [0]],
    ['aabbbc', [0, 2, 5]],
    ['abc', [0, 1, 2]],
  ])('finds where days begin in %s', (days, starts) => {
    expect(dayStarts(days.length, (row) => days[row] ?? '')).toEqual(starts)
  })

  it('looks at few of many rows', () => {
    let looks = 0
    const dayOf = (row: number) => {
      looks += 1
      return row < 70_000 ? 'today' : 'yesterday'
    }
    expect(dayStarts(100_000, dayOf)).toEqual([0, 70_000])
    expect(looks).toBeLessThan(50)
  })
})
