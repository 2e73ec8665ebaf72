import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../json/parse.ts'
import type { RequestHead } from '../request.ts'
import { createPseudonyms } from './pseudonyms.ts'
import { maskRequest } from './request.ts'

const pseudonym = createPseudonyms((text) => createHmac('sha256', 'k').update(text).digest('hex'))
const [email, first, last] = ['zoe.quill@hidden-mail.org', 'Zoéquill', 'Quillovary']
const [phone, ip] = ['+33 6 98 76 54 32', '203.0.113.77']
/** Words that must not be found, in any case. */
const secret =
  /κουίλλα[σς]|zoe.?quill|hidden.?mail|zo(?:é|e\u0301|%c3%a9|%e9)quill|quillovary|98.{0,3}76.{0,3}54|203\.0\.113/i

type Sent = { target?: string; headers?: string[]; body?: string; type?: string }

function mask({ target = '/bin/b', headers = [], body = '', type = 'application/json' }: Sent) {
  const head: RequestHead = {
    receivedAt: 0,
    completedAt: 0,
    method: 'POST',
    target,
    httpVersion: '1.1',
    rawHeaders: ['Content-Type', type, ...headers],
    rawTrailers: [],
    peer: { address: '127.0.0.1', port: 1 },
    size: 0,
    flags: [],
    reply: { status: 200, delay: 0, outcome: 'sent' },
  }
  const masked = maskRequest(head, new TextEncoder().encode(body), pseudonym)
  const text = new TextDecoder().decode(masked.body)
  const { rawHeaders } = masked.head
  return { ...masked, text, all: `${masked.head.target}\n${rawHeaders.join('\n')}\n${text}` }
}

/** What a reader would see after taking off whatever a text is wrapped into. */
function unwrapped(text: string): string {
  const percent = text.replace(/%[0-9a-f]{2}/gi, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  )
  const utf8 = Buffer.from(percent, 'latin1').toString()
  const base64 = (text.match(/[\w+/-]{8,}/g) ?? []).map((run) => Buffer.from(run, 'base64'))
  const hex = (text.match(/[0-9a-f]{16,}/gi) ?? []).map((run) => Buffer.from(run, 'hex'))
  return [text, percent, utf8, ...base64, ...hex].join('\n')
}

const json = JSON.stringify
const base64 = (text: string) => Buffer.from(text).toString('base64')
const hex = (text: string) => Buffer.from(text).toString('hex')
const twice = (value: unknown, times: number): string =>
  times === 0 ? json(value) : json(twice(value, times - 1))
const escaped = (text: string) =>
  text.replace(/./gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

describe('nobody finds a person in', () => {
  test.each<[string, Sent]>([
    ['an escaped JSON text', { body: `{"x":"${escaped(email)}","${escaped('email')}":"q"}` }],
    ['a key', { body: json({ [email]: 1, [`<${phone}>`]: [ip] }) }],
    ['JSON in JSON', { body: twice({ first_name: first, note: email }, 1) }],
    ['JSON five times in JSON', { body: json({ a: twice({ first_name: first }, 5) }) }],
    ['broken JSON in JSON', { body: json({ a: json({ first_name: first }).slice(0, -1) }) }],
    ['a form in JSON', { body: json({ a: `x=1&first_name=${first}&fields[surname]=${last}` }) }],
    ['prose in JSON', { body: json({ a: `Name: ${first} ${last}\nPhone: ${phone}` }) }],
    ['a quoted parameter', { body: json({ a: `name="${first} ${last}"; x` }) }],
    [
      'a percent-encoded address',
      { body: json({ a: `https://x.y/?u=${encodeURIComponent(`https://z/?e=${email}`)}` }) },
    ],
    ['a twice encoded one', { body: json({ a: encodeURIComponent(encodeURIComponent(email)) }) }],
    ['base64', { body: json({ a: base64(email), b: `x ${base64(`mail ${email}`)} y` }) }],
    ['base64url', { body: json({ a: Buffer.from(`>>>${email}???`).toString('base64url') }) }],
    [
      'base64 over several lines',
      { body: json({ a: base64(`${last} ${email}`.repeat(4)).replace(/.{60}/g, '$&\r\n') }) },
    ],
    ['hex', { body: json({ a: hex(email), b: hex(`mail: ${email}`).toUpperCase() }) }],
    [
      'quoted-printable',
      {
        body: json({
          a: email.replace('@', '=40'),
          b: `To: ${email.replace(/[.@]/g, (c) => `=${hex(c).toUpperCase()}`)}`,
        }),
      },
    ],
    [
      'HTML entities',
      {
        body: json({
          a: email.replace('@', '&#64;'),
          b: email.replace('@', '&#x40;'),
          c: email.replace('@', '&commat;'),
        }),
      },
    ],
    [
      'escapes in a text',
      { body: json({ a: email.replace('@', '\\u0040'), b: email.replace('@', '\\x40') }) },
    ],
    ['wide characters', { body: json({ a: email.replace('@', '＠') }) }],
    ['a quoted local part', { body: json({ a: `"zoe quill"@hidden-mail.org` }) }],
    [
      'an address of a bounce',
      { body: json({ a: `bounce+${email.replace('@', '=')}@sender.example` }) },
    ],
    ['a link', { body: json({ a: `mailto:${email}?x`, b: `https://zoequill:pw@x.y/` }) }],
    [
      'labels and values',
      {
        body: json([
          { label: 'Your first name', value: first },
          { name: 'Full name', answer: last },
          { key: 'phone', values: [phone] },
        ]),
      },
    ],
    ['a name without a key', { body: json({ customer: `${first} ${last}`, buyer: first }) }],
    [
      'variables of a query language',
      {
        body: json({
          query: 'mutation($e:String){f(e:$e)}',
          variables: { input: { firstName: first, contact: { emailAddress: email } } },
        }),
      },
    ],
    ['deep arrays', { body: json({ phones: [[phone]], email: { a: [email, { b: first }] } }) }],
    [
      'what a key tells, elsewhere',
      {
        body: json({
          first_name: first,
          subject: `Hi ${first.toUpperCase()}!`,
          slug: `thanks-${first.toLowerCase()}`,
        }),
      },
    ],
    [
      'the words of a name, elsewhere',
      { body: json({ name: `${first} ${last}`, text: `Dear ${last}`, mail: `x ${first}` }) },
    ],
    [
      'what the address tells, in the body',
      {
        target: `/bin/b?first_name=${encodeURIComponent(first)}`,
        body: json({ a: `Hi ${first}` }),
      },
    ],
    [
      'what the body tells, in the address',
      {
        target: `/bin/b/${encodeURIComponent(first)}?q=${last}`,
        body: json({ first_name: first, surname: last }),
      },
    ],
    [
      'what a key tells, in Greek capitals before a mark',
      {
        body: json({ first_name: 'ΚΟΥΊΛΛΑΣ', note: 'ΚΟΥΊΛΛΑΣ.Α' }),
      },
    ],
    ['a number that is a phone', { body: json({ phone: 33698765432, a: 'call 33698765432' }) }],
    [
      'phones of other countries',
      { body: json({ a: '(698) 765-4328', b: '0698-7654-321', c: '0033698765432' }) },
    ],
    [
      'a path',
      {
        target: `/bin/b/users/${email}/${encodeURIComponent(email)}/first_name/${encodeURIComponent(first)}`,
      },
    ],
    [
      'a phone in path and query',
      { target: `/bin/b/+33698765432?to=+33698765432&t=%2B33698765432` },
    ],
    ['parameters of a path', { target: `/bin/b/x;email=${email};name=${last}` }],
    ['JSON in a query', { target: `/bin/b?p=${encodeURIComponent(json({ first_name: first }))}` }],
    ['a query with latin1', { target: `/bin/b?x=${escape(first)}&first_name=${escape(first)}` }],
    [
      'a form',
      {
        type: 'application/x-www-form-urlencoded',
        body: `a=Hi+${encodeURIComponent(first)}&data%5Bcontact%5D%5Bfirst_name%5D=${encodeURIComponent(first)}&to=%2B33698765432`,
      },
    ],
    [
      'a form of fields',
      {
        type: 'application/x-www-form-urlencoded',
        body: `fields[0][slug]=first_name&fields[0][value]=${encodeURIComponent(first)}`,
      },
    ],
    [
      'a base64 form',
      {
        type: 'application/x-www-form-urlencoded',
        body: `payload=${encodeURIComponent(base64(json({ email })))}`,
      },
    ],
    [
      'headers',
      {
        headers: [
          'X-Customer',
          first,
          'Referer',
          `https://x.y/?email=${encodeURIComponent(email)}`,
          'User-Agent',
          `bot (${email})`,
          'Forwarded',
          `for="${ip}"`,
          'Content-Disposition',
          `attachment; filename="${last}.pdf"`,
          'From',
          email,
        ],
      },
    ],
    ['the name of a header', { headers: [`X-${last}`, '1'], body: json({ surname: last }) }],
    [
      'a parameter of the content type',
      { type: `application/json; name="${last}.json"`, body: '{}' },
    ],
  ])('%s', (_, sent) => {
    const { all } = mask(sent)
    expect(unwrapped(all).match(secret)?.[0] ?? '').toBe('')
  })
})

describe('what is nobody’s stays', () => {
  test.each([
    { id: 6789, type: 'contact.tag.added', tag: { name: 'Lead magnet 2024', id: 7 } },
    { created_at: '2024-05-01T08:00:00+00:00', on: '01.02.2024 10:00', price: '12.50', n: 1e3 },
    { course: { name: 'Basics' }, url: 'https://shop.example/a/b?step=2&lang=en', v: '1.2.3' },
    { hash: 'b5bb9d8014a0f9b1d61e21e796d78dcc', uuid: '0b0e7f0c-2a51-4a57-8e7f-d1c0a3b8f3f1' },
    { text: 'Ratio 3:2, see chapter 4: more', list: '[VIP] member', word: 'Internationalisation' },
  ])('%j', (value) => {
    expect(mask({ body: json(value) }).text).toBe(json(value))
  })
})

describe('a stand-in', () => {
  test('is the same wherever its value stands', () => {
    const { text, head } = mask({
      target: `/bin/b?email=${encodeURIComponent(email)}`,
      body: json({
        email,
        text: `write to ${email.toUpperCase()}`,
        list: [{ key: 'email', value: email }],
      }),
    })
    const found = [
      ...`${decodeURIComponent(head.target)} ${text}`.matchAll(/contact-\w{6}@masked\.example/g),
    ]
    expect(found).toHaveLength(4)
    expect(new Set(found.map(([one]) => one)).size).toBe(1)
  })

  test('leaves JSON JSON', () => {
    const body = json({ a: `"${email}`, b: `\\${phone}`, c: [first, { [email]: `{"x":"${ip}"}` }] })
    expect(parseJson(mask({ body }).text).error).toBeNull()
  })
})

test('long texts without end are masked in time', () => {
  const began = performance.now()
  for (const part of ['a', '%41', '&#', '=4', '0 ', 'a=', 'a: ', '@', ':', '"', '1.', '\\u0041']) {
    mask({ body: json({ a: part.repeat(100_000 / part.length) }) })
  }
  expect(performance.now() - began).toBeLessThan(8000)
})
