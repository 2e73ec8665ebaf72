import { assert, json, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../json/parse.ts'
import { align } from './align.ts'
import { compareJson } from './compare-json.ts'
import { compareLines } from './compare-lines.ts'
import { seriesOf } from './series.ts'
import { volatileOf } from './volatile.ts'

function diff(a: unknown, b: unknown): string[] {
  const texts = [a, b].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  const changes = compareJson(parseJson(texts[0] ?? ''), parseJson(texts[1] ?? ''))?.changes
  return (changes ?? []).map(
    ({ kind, path, from = '', before, after }) =>
      `${kind} ${from && `${from} → `}${path}: ${before} → ${after}`,
  )
}

describe('compareJson', () => {
  test('tells what was added, removed and changed, and not what was merely reordered', () => {
    expect(diff({ a: 1, b: { c: 2, d: 'x' } }, { b: { d: 'y', c: 2 }, e: null })).toEqual([
      'removed /a: 1 → null',
      'added /e: null → null',
      'changed /b/d: "x" → "y"',
    ])
  })

  test('tells numbers apart as they are written', () => {
    expect(diff('{"a":1.0,"b":9007199254740993}', '{"a":1,"b":9007199254740992}')).toHaveLength(2)
    expect(diff('{"a":"\\u00e9"}', '{"a":"é"}')).toEqual([])
  })

  test('sees that a value has moved', () => {
    const contact = { id: 7, email: 'a@b.c' }
    expect(diff({ contact }, { data: 1, customer: contact })).toEqual([
      'added /data: null → 1',
      `moved /contact → /customer: ${JSON.stringify(contact)} → ${JSON.stringify(contact)}`,
    ])
  })

  test('finds elements of lists again', () => {
    expect(diff([1, 2, 3, 4], [1, 3, 4])).toEqual(['removed /1: 2 → null'])
    const items = [1, 2, 3].map((id) => ({ id, name: `item ${id}` }))
    const later = [items[0], { id: 9, name: 'new' }, items[1], { id: 3, name: 'renamed' }]
    expect(diff(items, later)).toEqual([
      'added /1: null → {"id":9,"name":"new"}',
      'changed /3/name: "item 3" → "renamed"',
    ])
  })

  test('marks ids, times and addresses', () => {
    const a = parseJson('{"id":1,"created_at":"2026-01-01T00:00:00Z","email":"a@b.c","n":1}')
    const b = parseJson('{"id":2,"created_at":"2026-01-02T00:00:00Z","email":"d@e.f","n":2}')
    const kinds = compareJson(a, b)?.changes.map(({ volatile }) => volatile)
    expect(kinds).toEqual(['id', 'time', 'address', null])
  })

  test('finds nothing between a document and itself', () => {
    assert(
      property(json(), (text) => {
        expect(diff(text, text)).toEqual([])
      }),
    )
  })

  test('is done with a megabyte, with hostile depth, and with what is no JSON', () => {
    const item = (n: number) => ({ id: n, name: `Name ${n}`, tags: ['a', n % 7], price: n * 1.5 })
    const list = (from: number) => Array.from({ length: 15_000 }, (_, n) => item(n + from))
    const withoutId = ({ name, tags, price }: ReturnType<typeof item>) => ({ name, tags, price })
    const start = performance.now()
    diff(list(0), list(5_000))
    diff(list(0).map(withoutId), list(9).map(withoutId))
    diff('['.repeat(400) + '1' + ']'.repeat(400), '['.repeat(400) + '2' + ']'.repeat(400))
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(compareJson(parseJson('{'), parseJson('{}'))).toBeNull()
  })
})

test('align finds a longest common part', () => {
  expect(align('abcbdab', 'bdcaba')).toHaveLength(4)
  expect(align('aXb', 'aYb')).toEqual([
    [0, 0],
    [2, 2],
  ])
})

test('compareLines keeps what is around a difference', () => {
  const lines = Array.from({ length: 50 }, (_, n) => `line ${n}`)
  const later = lines.with(25, 'other').toSpliced(40, 1)
  const shown = compareLines(lines.join('\n'), later.join('\n'))
  expect(shown.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'line 25' },
    { kind: 'added', text: 'other' },
    { kind: 'removed', text: 'line 40' },
  ])
  expect(shown).toHaveLength(3 + 12)
  expect(compareLines('a\nb', 'a\nb')).toEqual([])
})

test.each([
  ['id', '1', 'id'],
  ['contact_id', '"x"', 'id'],
  ['x', '"123e4567-e89b-12d3-a456-426614174000"', 'id'],
  ['created_at', '1700000000', 'time'],
  ['x', '"2026-01-02"', 'time'],
  ['x', '"a@b.c"', 'address'],
  ['ip', '"192.0.2.1"', 'address'],
  ['ip', '"2001:db8::1"', 'address'],
  ['name', '"Anna"', null],
  ['price', '12', null],
  ['valid', 'true', null],
])('%s: %s is volatile as %s', (key, raw, kind) => {
  expect(volatileOf(key, raw)).toBe(kind)
})

test('a series lays paths beside each other and marks what changes', () => {
  const docs = ['{"a":1,"b":{"c":"x"}}', '{"a":1,"b":{"c":"y"},"d":[]}'].map((text) =>
    parseJson(text),
  )
  expect(seriesOf([...docs, null])).toEqual({
    isCut: false,
    rows: [
      { path: '/a', values: ['1', '1', null], changed: [false, false, true], volatile: null },
      { path: '/b/c', values: ['"x"', '"y"', null], changed: [false, true, true], volatile: null },
      { path: '/d', values: [null, '[]', null], changed: [false, true, true], volatile: null },
    ],
  })
})
