import { expect, test } from 'vitest'
import { Lru } from './lru.ts'

test('what was used last is remembered, the rest forgotten', () => {
  const lru = new Lru<number>(2)
  lru.set('a', 1)
  lru.set('b', 2)
  expect(lru.get('a')).toBe(1)
  lru.set('c', 3)
  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([1, undefined, 3])
})

test('what is weighed is remembered as long as it is not too much together', () => {
  const lru = new Lru<string>(10, (text) => text.length)
  lru.set('a', 'four')
  lru.set('b', 'four')
  lru.set('c', 'six---')
  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([undefined, 'four', 'six---'])
  lru.set('c', 'four')
  lru.set('d', 'xx')
  expect([lru.get('b'), lru.get('c'), lru.get('d')]).toEqual(['four', 'four', 'xx'])
  lru.set('e', 'more than ten')
  expect([lru.get('e'), lru.get('d')]).toEqual([undefined, undefined])
})

test('a value that is set again takes no second place', () => {
  const lru = new Lru<number>(2)
  lru.set('a', 1)
  lru.set('b', 2)
  lru.set('b', 3)
  expect([lru.get('a'), lru.get('b')]).toEqual([1, 3])
})
