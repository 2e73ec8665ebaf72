import { describe, expect, it } from 'vitest'
import { at, isKind, Kind, stringAt } from '../json/document.ts'
import { parseJson } from '../json/parse.ts'
import { formDocument } from './form-document.ts'

describe('a form as JSON', () => {
  it.each([
    ['a=1&b=x+y%20z', '{"a":"1","b":"x y z"}'],
    ['a=1&b=2&a=3', '{"a":["1","3"],"b":"2"}'],
    ['a[b]=1&a%5Bb%5D=2', '{"a[b]":["1","2"]}'],
    ['flag&empty=', '{"flag":"","empty":""}'],
    ['__proto__=1&q=%22%5C%0A', '{"__proto__":"1","q":"\\"\\\\\\n"}'],
    ['%C3%A9=%F0%9F%98%80&bad=%ff%', '{"é":"😀","bad":"%ff%"}'],
    ['&&a=1&&', '{"a":"1"}'],
    ['', '{}'],
  ])('of %s is %s', (form, json) => {
    expect(formDocument(form).text).toBe(json)
  })

  it('knows where in the form each name and each value stands', () => {
    const form = 'na%20me=a%22b+c&x=1&x=%C3%A9&y='
    const { text, offsetOf } = formDocument(form)
    const doc = parseJson(text)
    const places = Array.from({ length: doc.count }, (_, node) => node)
      .filter((node) => isKind(doc, node, Kind.key) || isKind(doc, node, Kind.string))
      .map((node) => [
        stringAt(doc, node),
        form.slice(offsetOf(at(doc.starts, node)), offsetOf(at(doc.ends, node))),
      ])
    expect(places).toEqual([
      ['na me', 'na%20me'],
      ['a"b c', 'a%22b+c'],
      ['x', 'x'],
      ['1', '1'],
      ['é', '%C3%A9'],
      ['y', 'y'],
      ['', ''],
    ])
    expect(form.slice(offsetOf(0), offsetOf(text.length))).toBe(form)
  })
})
