import { describe, expect, it } from 'vitest'
import { parseSearch } from './parse.ts'
import { printSearch } from './print.ts'

/** The search in its plain form, or what is wrong with it and the text that is. */
function read(text: string): string {
  const result = parseSearch(text)
  if ('query' in result) return printSearch(result.query)
  const { message, start, end } = result.error
  return `${message} [${text.slice(start, end)}]`
}

describe('a search', () => {
  it.each([
    ['', ''],
    ['  lead   "two words" ', 'lead "two words"'],
    ['a or b c', 'a or b c'],
    ['a (b or c) d', 'a (b or c) d'],
    ['a and (b c)', 'a b c'],
    ['a OR (b or (c))', 'a or b or c'],
    ['-a -(b c) --d', '-a -(b c) --d'],
    ['"or" "-x" "and" -', '"or" "-x" "and" "-"'],
    ['say "\\"hi\\" \\\\ \\n"', 'say "\\"hi\\" \\\\ \\\\n"'],
    ['https://x.y/z 12:30 {"a":1}', '"https://x.y/z" "12:30" "{" a ":1}"'],
    ['Event:contact.tag.added', 'event:contact.tag.added'],
    ['headers.X-Foo:a* source:1.2.3.4', 'header.X-Foo:a* ip:1.2.3.4'],
    ['path:"/a b*c" query.utm:x', 'path:"/a b*c" query.utm:x'],
    ['size:>10k size:1k..2M size:..5 size:7b', 'size:>10240 size:1024..2097152 size:..5 size:=7'],
    ['status:5xx status:200 seq:>=3', 'status:500..599 status:=200 seq:>=3'],
    ['since:90m until:1d since:1.5s', 'since:90m until:1d since:1.5s'],
    ['since:14d until:1w', 'since:2w until:1w'],
    ['type:contact.* coupon:null', '$.type:contact.* $.coupon:null'],
    [
      'since:2026-10-01 until:2026-10-01T12:00',
      'since:2026-10-01T00:00:00.000Z until:2026-10-01T12:00:00.000Z',
    ],
    ['until:2026-10-01T12:00:00.5+02:00', 'until:2026-10-01T10:00:00.500Z'],
    ['data.tag.name:"lead" $.type:x', 'data.tag.name:lead $.type:x'],
    ['data.a[0].*.b:>5 data.x:1..2 data.y:"1..2"', 'data.a[0].*.b:>5 data.x:1..2 data.y:"1..2"'],
    ['is:browserVisit has:note note:"ask Ann"', 'is:browserVisit has:note note:"ask Ann"'],
  ])('%j reads as %j', (text, expected) => {
    expect(read(text)).toBe(expected)
    expect(read(expected)).toBe(expected)
  })

  it.each([
    ['verdct:x', 'unknown field "verdct": did you mean "verdict"? [verdct]'],
    ['a foo:bar', 'unknown field "foo": put it in quotes to search for it [foo]'],
    ['verdict:invlid', 'unknown verdict "invlid": did you mean "invalid"? [invlid]'],
    ['has:x', 'unknown has "x": one of note, body [x]'],
    ['a "b c', 'This quote is never closed ["b c]'],
    ['path:"x', 'This quote is never closed ["x]'],
    ['verdict: valid', 'A value is missing after this colon [:]'],
    ['size:>10x', '">10x" is no number: write 500, >10k or 1k..2m [>10x]'],
    ['status:10k', '"10k" is no number: write 5, >5 or 1..9 [10k]'],
    ['seq:..', '".." is no number: write 5, >5 or 1..9 [..]'],
    ['data.id:>x5', '">x5" is no number: write 5, >5 or 1..9 [>x5]'],
    [
      'since:10',
      '"10" is no moment: write 30s, 10m, 2h, 1d, or a date such as 2026-10-01T12:00Z [10]',
    ],
    ['(a', 'This parenthesis is never closed [(]'],
    ['a)', 'This parenthesis was never opened [)]'],
    ['a ()', 'A term is missing before this parenthesis [)]'],
    ['or a', 'A term is missing before "or": put the word in quotes to search for it [or]'],
    ['a or', 'A term is missing at the end [or]'],
    ['('.repeat(51), 'Too many levels inside each other [(]'],
    [`${'-'.repeat(51)}a`, 'Too many levels inside each other [-]'],
  ])('%j is refused: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('is refused where it is longer than anybody types', () => {
    expect(read('a '.repeat(3000))).toMatch(/^A search has at most 4096 characters/)
  })
})
