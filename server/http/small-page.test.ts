import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { smallPageStyle } from './small-page-style.ts'
import { writeSmallPage } from './small-page.ts'

test('the pages that the server writes have the tokens of the page', () => {
  const theme = tokensOf(
    readFileSync(resolve(import.meta.dirname, '../../web/theme.css'), 'utf8').replaceAll('\n', ' '),
  )
  const own = tokensOf(smallPageStyle)
  expect(own.size).toBeGreaterThan(20)
  for (const [name, value] of own) expect([name, value]).toEqual([name, theme.get(name)])
  for (const [, name = ''] of smallPageStyle.matchAll(/var\((--[\w-]+)\)/g)) {
    expect(own.has(name), name).toBe(true)
  }
})

test('whatever is said stays text', () => {
  const hostile = `"'><script>alert(1)</script>&`
  const html = writeSmallPage({
    title: hostile,
    paragraphs: [hostile],
    link: { text: hostile, href: hostile },
    code: hostile,
  })
  expect(html).not.toContain('<script')
  expect(html).not.toContain(`"'`)
  expect(html.match(/&#34;&#39;&#62;&#60;script&#62;/g)).toHaveLength(6)
})

/** Custom properties of a style sheet, first value of each, white space folded. */
function tokensOf(css: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of css.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    if (!found.has(name)) found.set(name, value.replace(/\s+/g, ' ').trim())
  }
  return found
}
