import { expect, test } from 'vitest'
import { Rate } from './rate.ts'
import { networkOf } from './rates.ts'

test('so many are allowed at once, and come back evenly within a minute', () => {
  let now = 0
  const rate = new Rate(6, () => now)
  expect(Array.from({ length: 7 }, () => rate.take('a'))).toEqual([0, 0, 0, 0, 0, 0, 10])
  expect(rate.take('b')).toBe(0)
  now = 9_000
  expect([rate.wait('a'), rate.take('a')]).toEqual([1, 1])
  now = 10_000
  expect([rate.wait('a'), rate.take('a'), rate.take('a')]).toEqual([0, 0, 10])
  now = 200_000
  expect(Array.from({ length: 7 }, () => rate.take('a')).filter((wait) => wait === 0)).toHaveLength(
    6,
  )
})

test('a clock that is set back takes nothing away', () => {
  let now = 60_000
  const rate = new Rate(1, () => now)
  rate.take('a')
  now = 0
  expect(rate.wait('a')).toBe(60)
})

test('of many only the last ten thousand are remembered', () => {
  const rate = new Rate(1, () => 0)
  rate.take('first')
  for (let i = 0; i < 10_000; i++) rate.take(`n${i}`)
  expect(rate.known).toBe(10_000)
  expect([rate.wait('first'), rate.wait('n0'), rate.wait('n9999')]).toEqual([0, 60, 60])
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1:2:3:4:5', 'fe80:0:0:1'],
  ['::2', '0:0:0:0'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
