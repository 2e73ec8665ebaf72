import { describe, expect, it } from 'vitest'
import { stretchesOf } from './stretches.ts'

const from = '2026-03-04T12:00:00.000Z'
const timeline = { from, step: 60_000, counts: [{ valid: 2 }, {}, { valid: 1, invalid: 4 }] }

describe('the stretches of a timeline', () => {
  const { count, before, startOf, sum, termsOf, rangeIn } = stretchesOf(timeline)

  it('stand at the end of a longer time where they are few', () => {
    expect([count, before]).toEqual([30, 27])
    expect(startOf(27)).toBe(Date.parse(from))
    expect(startOf(0)).toBe(Date.parse('2026-03-04T11:33:00.000Z'))
  })

  it.each([
    [{ first: 0, last: 29 }, 7],
    [{ first: 0, last: 26 }, 0],
    [{ first: 20, last: 27 }, 2],
    [{ first: 28, last: 29 }, 5],
  ])('hold, from %o, %i requests', (range, requests) => {
    expect(sum(range)).toBe(requests)
  })

  it('are found again in the search that shows them', () => {
    const range = { first: 27, last: 28 }
    const terms = ['since:2026-03-04T12:00:00.000Z', 'until:2026-03-04T12:01:59.999Z']
    expect(termsOf(range)).toEqual(terms)
    expect(rangeIn(`paris ${terms.join(' ')}`)).toEqual(range)
  })

  it('are cut at the ends of the timeline', () => {
    const day = 'since:2026-03-04T00:00:00.000Z until:2026-03-05T00:00:00.000Z'
    expect(rangeIn(day)).toEqual({ first: 0, last: 29 })
    expect(rangeIn('since:2026-03-05T00:00:00.000Z until:2026-03-06T00:00:00.000Z')).toBeNull()
  })

  it.each([
    '',
    'since:10m until:5m',
    '"since:2026-03-04T12:00:00.000Z until:2026-03-04T12:00:00.000Z"',
  ])('are none for %j', (q) => {
    expect(rangeIn(q)).toBeNull()
  })
})
