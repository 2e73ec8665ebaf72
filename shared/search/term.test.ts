import { expect, test } from 'vitest'
import { parseSearch } from './parse.ts'
import { headerTerm, jsonTerm, queryTerm, termOf } from './term.ts'

test.each([
  [termOf('trigger', 'new-sale'), 'trigger:new-sale'],
  [termOf('event', 'a "b"'), String.raw`event:"a \"b\""`],
  [termOf('path', '/hook/a'), 'path:/hook/a'],
  [headerTerm('User-Agent', 'a b'), 'header.user-agent:"a b"'],
  [headerTerm("X!'", '1'), `header:"X!': 1"`],
  [queryTerm('utm_source', ''), 'query.utm_source:""'],
  [queryTerm('a b', 'c'), 'query:"a b=c"'],
  [jsonTerm(['data', '0', 'x'], '1.0'), '$.data.0.x:1.0'],
])('%s is a search', (term, wanted) => {
  expect(term).toBe(wanted)
  expect(parseSearch(term ?? '')).toHaveProperty('query')
})

test('some paths have no words', () => {
  expect(jsonTerm(['odd key'], '1')).toBeNull()
  expect(jsonTerm([], '*')).toBeNull()
})
