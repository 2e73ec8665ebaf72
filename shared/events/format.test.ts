import { isIP } from 'node:net'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { country, currency, dateTime, email, type Format, ip } from './format.ts'

function table(format: Format, good: string[], bad: string[]) {
  it.each(good)('takes %j', (text) => expect(format.fits(text)).toBe(true))
  it.each(bad)('refuses %j', (text) => expect(format.fits(text)).toBe(false))
}

describe('an e-mail address', () => {
  table(
    email,
    ['a@b.co', 'temochkaykvlv+sdadk@gmail.com', 'ü@exämple.com', "o'neil@sub.example.org"],
    ['', 'not-an-email', 'a@b', 'a@@b.co', 'a b@c.de', '@b.co', 'a@b.', `${'a'.repeat(400)}@b.co`],
  )
})

describe('an address', () => {
  table(
    ip,
    ['172.31.31.127', '0.0.0.0', 'dbad:0dad:6d09:3123:548f:712b:96dc:62e5', '::', '::1', '1::'],
    ['', '999.1.2.3', '1.2.3', '1.2.3.4.5', '01.2.3.4', 'PRIVATE', '1.2.3.4:80', ':::', '1::2::3'],
  )

  it('is what Node takes for one, zones aside', () => {
    const part = fc.constantFrom('0', '1', 'ff', 'ABCD', '12345', 'g', '', '1.2.3.4', '1.2.3')
    const spelling = fc.array(part, { maxLength: 10 }).map((parts) => parts.join(':'))
    fc.assert(
      fc.property(fc.oneof(spelling, fc.ipV4(), fc.ipV6()), (text) => {
        expect([text, ip.fits(text)]).toEqual([text, isIP(text) !== 0])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a date and time', () => {
  table(
    dateTime,
    [
      '2021-10-05T08:10:29+00:00',
      '2021-10-05T08:10:29Z',
      '2021-10-05T08:10:29.123456-11:30',
      '2024-02-29T00:00:00+00:00',
      '2016-12-31T23:59:60Z',
    ],
    [
      '',
      '2021-09-10 14:23:33',
      '2021-02-30T25:61:00+00:00',
      '2021-02-29T00:00:00Z',
      '1900-02-29T00:00:00Z',
      '2021-13-01T00:00:00Z',
      '2021-04-31T00:00:00Z',
      '2021-10-05T08:10:29',
      '2021-10-05T08:10Z',
      '2021-10-05',
      '1633427558',
      '2021-10-05T08:10:29+24:00',
    ],
  )
})

describe('a currency', () => {
  table(currency, ['eur', 'usd'], ['', 'EUR', 'euro', 'e1r', 'eur '])
})

describe('a country', () => {
  table(country, ['FR', ''], ['fr', 'FRA', 'FRANCE', 'F1'])
})
