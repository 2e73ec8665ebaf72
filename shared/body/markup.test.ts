import { describe, expect, test } from 'vitest'
import { layMarkup } from './markup.ts'

function rows(text: string, isHtml = false): string[] {
  const { count, starts, ends, depths } = layMarkup(text, isHtml)
  return Array.from(
    { length: count },
    (_, row) => '  '.repeat(depths[row] ?? 0) + text.slice(starts[row], ends[row]),
  )
}

describe('layMarkup', () => {
  test('indents elements, and keeps one with a short text on its row', () => {
    expect(rows('<?xml version="1.0"?><a x=">"><b>one</b><c/><d></d><!-- <e> --></a>')).toEqual([
      '<?xml version="1.0"?>',
      '<a x=">">',
      '  <b>one</b>',
      '  <c/>',
      '  <d></d>',
      '  <!-- <e> -->',
      '</a>',
    ])
  })

  test('leaves CDATA, entities and document types as they are', () => {
    const text = '<!DOCTYPE a [<!ENTITY x "y">]><a><![CDATA[<b>]]></a>'
    expect(rows(text).join('')).toBe(text.replaceAll('  ', ''))
    expect(rows('<a>&x;</a>')).toEqual(['<a>&x;</a>'])
  })

  test('knows what of HTML has no end, and what in it is no markup', () => {
    expect(rows('<p>a<br>b<script>if (a<b) "</p>"</script></p>', true)).toEqual([
      '<p>',
      '  a',
      '  <br>',
      '  b',
      '  <script>if (a<b) "</p>"</script>',
      '</p>',
    ])
  })

  test.each(['<', '</', '<a', '<a b="', '</x><a></b></a></a>', '<!--', '<![CDATA[', 'a < b', '<>'])(
    'loses nothing of %s',
    (text) => {
      expect(rows(text).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    },
  )

  test('takes time in proportion to the text, however it is nested or torn', () => {
    const hostile = ['<a>', '</a>', '<a b="', '<a></b>', '<!--', '<![CDATA[', '<', '<a b>x']
    const start = performance.now()
    for (const piece of hostile) layMarkup(piece.repeat(Math.ceil(1e6 / piece.length)), true)
    expect(performance.now() - start).toBeLessThan(8000)
  })

  test('cuts long rows, and never a character in two', () => {
    const text = `${'x'.repeat(1999)}🙂${'y'.repeat(10)}`
    expect(rows(text)).toEqual([`${'x'.repeat(1999)}🙂`, 'y'.repeat(10)])
  })
})
