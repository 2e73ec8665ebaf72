import { describe, expect, test } from 'vitest'
import { addMember, removeAt, setAt, textAt } from './edit.ts'

const text = '{ "a": {"b": 1.0, "c\\/d": "\\u00e9"}, "list": [1, {"x": null}], "none": [] }'

describe('setting a value', () => {
  test('leaves everything else as it is', () => {
    expect(setAt(text, ['a', 'b'], 'new')).toBe(text.replace('1.0', '"new"'))
    expect(setAt(text, ['list', '1', 'x'], [1])).toBe(text.replace('null', '[1]'))
    expect(setAt(text, ['a', 'c/d'], null)).toBe(text.replace('"\\u00e9"', 'null'))
    expect(setAt(text, [], 1)).toBe('1')
  })

  test('that is not there yet puts it in', () => {
    expect(setAt('{}', ['a'], 1)).toBe('{"a":1}')
    expect(setAt('{"a":1}', ['b'], 2)).toBe('{"a":1,"b":2}')
    expect(setAt('{"a":1}', ['b', 'c', 'd'], 2)).toBe('{"a":1,"b":{"c":{"d":2}}}')
    expect(setAt('{"f":[]}', ['f', 'slug'], 'x')).toBe('{"f":{"slug":"x"}}')
  })

  test('is refused where there is no place', () => {
    expect(() => setAt('{"a":1}', ['a', 'b'], 2)).toThrow('no place for a')
    expect(() => setAt('{"a":[1]}', ['a', 'x'], 2)).toThrow('no place for a.x')
  })
})

test('a member goes to the end, also under a name that is taken', () => {
  expect(addMember('{"a":{"b":1}}', ['a'], '"b"', '2')).toBe('{"a":{"b":1,"b":2}}')
})

test('a member goes with one of its commas', () => {
  expect(removeAt('{"a":1, "b":2, "c":3}', ['a'])).toBe('{ "b":2, "c":3}')
  expect(removeAt('{"a":1, "b":2, "c":3}', ['b'])).toBe('{"a":1, "c":3}')
  expect(removeAt('{"a":1, "b":2, "c":3}', ['c'])).toBe('{"a":1, "b":2}')
  expect(removeAt('{"a":1}', ['a'])).toBe('{}')
  expect(() => removeAt('{"a":1}', ['b'])).toThrow('no place')
  expect(() => removeAt('[1]', ['0'])).toThrow('no place')
})

test('the source text of a value is given as it stands', () => {
  expect(textAt(text, ['a', 'b'])).toBe('1.0')
  expect(textAt(text, ['nothing'])).toBeUndefined()
})
