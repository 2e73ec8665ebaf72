import { expect, test } from 'vitest'
import { prefersHtml, prefersJson } from './accept.ts'

test.each([
  [undefined, false, false],
  ['*/*', false, false],
  ['text/html', true, false],
  ['application/json', false, true],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true, false],
  ['application/json, text/plain, */*', false, true],
  ['application/json;q=0.9, text/html;q=0.8', false, true],
  ['text/html;q=0.9, application/json;q=0.9', true, false],
  ['text/html;q=0, application/json', false, true],
  ['TEXT/HTML', true, false],
  ['text/html;q=x', false, false],
])('Accept: %s', (accept, html, json) => {
  expect(prefersHtml(accept)).toBe(html)
  expect(prefersJson(accept)).toBe(json)
})
