import { describe, expect, it } from 'vitest'
import { createFormat } from './format.ts'

const now = Date.parse('2026-03-04T12:00:00.000Z')
const en = createFormat('en', 'UTC')
const fr = createFormat('fr', 'UTC')

function ago(milliseconds: number): string {
  return en.ago(new Date(now - milliseconds).toISOString(), now)
}

describe('ago', () => {
  it.each([
    [-5_000, 'now'],
    [400, 'now'],
    [12_900, '12s ago'],
    [60_000, '1m ago'],
    [3_599_000, '59m ago'],
    [7_200_000, '2h ago'],
    [86_400_000, 'yesterday'],
    [864_000_000, '10d ago'],
  ])('says of %i ms "%s"', (age, words) => {
    expect(ago(age)).toBe(words)
  })

  it('says it in words in French too', () => {
    expect(fr.ago(new Date(now - 12_000).toISOString(), now)).toBe('il y a 12\u00a0s')
  })
})

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1603, '1.6 kB'],
    [10_485_760, '10.5 MB'],
    [5e12, '5,000 GB'],
  ])('writes %i as %s', (count, words) => {
    expect(en.bytes(count)).toBe(words)
  })

  it.each([
    ['id', '400 B', '1,6 kB'],
    ['fr', '400 o', '1,6 ko'],
  ] as const)('keeps the space of the language %s', (language, few, many) => {
    const { bytes } = createFormat(language, 'UTC')
    expect([bytes(400), bytes(1603)].map((size) => size.replace(/\s/, ' '))).toEqual([few, many])
  })
})

describe('duration', () => {
  it('goes over to seconds', () => {
    expect([en.duration(12), en.duration(1500)]).toEqual(['12 ms', '1.5 sec'])
  })
})

describe('a long duration', () => {
  it.each([
    [60_000, '1 min'],
    [241_610, '4 min 2 sec'],
    [3_600_000, '1 hr'],
    [167_403_850, '1 day 22 hr'],
  ])('is told of %i ms in at most two units', (ms, words) => {
    expect(en.duration(ms)).toBe(words)
  })
})

describe('day', () => {
  it.each([
    ['2026-03-04T00:30:00.000Z', 'Today'],
    ['2026-03-03T23:59:00.000Z', 'Yesterday'],
    ['2026-02-26T12:00:00.000Z', 'Thursday, February 26'],
  ])('calls %s "%s"', (iso, words) => {
    expect(en.day(iso, now)).toBe(words)
  })

  it('speaks the language', () => {
    expect(fr.day('2026-03-03T12:00:00.000Z', now)).toBe('Hier')
  })
})

describe('moment', () => {
  it('tells day and time', () => {
    expect(en.moment('2026-03-04T11:59:58.123Z')).toMatch(/Mar 4, 2026, 11:59:58\sAM/)
  })
})
