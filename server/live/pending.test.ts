import { expect, test } from 'vitest'
import { Pending } from './pending.ts'

test('what changes again before it is taken is told once', () => {
  const pending = new Pending()
  for (const seq of [3, 1, 3]) pending.note({ type: 'marked', seq })
  expect(pending.takeChanged(1)).toEqual([3])
  expect(pending.takeChanged(10)).toEqual([1])
  expect(pending.takeChanged(10)).toEqual([])
})

test('removals add up', () => {
  const pending = new Pending()
  pending.note({ type: 'removed', upTo: 7 })
  pending.note({ type: 'removed', upTo: 5 })
  pending.note({ type: 'removed', seqs: [9, 10] })
  pending.note({ type: 'removed', seqs: [10, 11] })
  expect([pending.takeUpTo(), pending.takeUpTo()]).toEqual([7, null])
  expect([pending.takeRemoved(), pending.takeRemoved()]).toEqual([[9, 10, 11], []])
})

test('too many removals become one word: fetch anew', () => {
  const pending = new Pending()
  for (let seq = 1; seq <= 10_001; seq++) pending.note({ type: 'removed', seqs: [seq] })
  expect(pending.reset).toBe(true)
  expect(pending.takeRemoved()).toEqual([])
})
