import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timelineOf } from './facets.ts'

describe('timelineOf', () => {
  it('is nothing without a request', () => {
    expect(timelineOf([])).toBeNull()
  })

  it('counts each verdict in stretches of a round length', () => {
    const at = Date.parse('2026-10-01T12:00:00.400Z')
    const timeline = timelineOf([
      { at: at + 1500, verdict: 'invalid' },
      { at, verdict: 'valid' },
      { at: at + 100, verdict: 'valid' },
    ])
    expect(timeline).toEqual({
      from: '2026-10-01T12:00:00.000Z',
      step: 1000,
      counts: [{ valid: 2 }, { invalid: 1 }],
    })
  })

  it('has a place for each request, and at most sixty stretches', () => {
    const moment = integer({ min: 0, max: 4e12 })
    assert(
      property(array(moment, { minLength: 1, maxLength: 50 }), (times) => {
        const timeline = timelineOf(times.map((at) => ({ at, verdict: 'valid' })))
        const counts = timeline?.counts.map(({ valid = 0 }) => valid) ?? []
        expect(counts.length).toBeLessThanOrEqual(60)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(times.length)
      }),
    )
  })
})
