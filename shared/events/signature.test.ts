import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSignature, type Hmac } from './signature.ts'

type Vector = { name: string; secret: string; raw_body: string; x_webhook_signature: string }

const file = new URL('./fixtures/signing-vectors.json', import.meta.url)
// The fixture is kept in this shape.
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[]
const hmac: Hmac = (key, message) => createHmac('sha256', key).update(message).digest('hex')

type Sent = { secret?: string | null; headers: Record<string, string>; text: string }

function check({ secret = 'secret', headers, text }: Sent, isWhole = true) {
  const body = new TextEncoder().encode(text)
  return checkSignature({ secret, header: (name) => headers[name], body, text, isWhole, hmac })
}

const sign = (text: string) => hmac('secret', text)

describe('a signature', () => {
  it.each(vectors)('of $name is valid', ({ secret, raw_body: text, x_webhook_signature }) => {
    const headers = { 'x-webhook-signature': x_webhook_signature }
    expect(check({ secret, headers, text })).toEqual({ status: 'valid' })
  })

  it.each(vectors)('of $name is valid in capitals', ({ secret, raw_body: text, ...vector }) => {
    const headers = { 'x-webhook-signature': vector.x_webhook_signature.toUpperCase() }
    expect(check({ secret, headers, text }).status).toBe('valid')
  })

  it.each(vectors)('of $name survives a proxy that writes the JSON anew', (vector) => {
    const headers = { 'x-webhook-signature': vector.x_webhook_signature }
    const text = JSON.stringify(JSON.parse(vector.raw_body), null, 2)
    // A parse turns 0.0 into 0, which no form can bring back.
    const expected = vector.raw_body.includes('0.0') ? 'invalid' : 'valid-normalized'
    expect(check({ secret: vector.secret, headers, text }).status).toBe(expected)
  })

  it.each(vectors)('of $name is invalid once a character changes', (vector) => {
    const headers = { 'x-webhook-signature': vector.x_webhook_signature }
    const text = vector.raw_body.replace(/\w(?=\W*$)/, '~')
    expect(check({ secret: vector.secret, headers, text }).status).toBe('invalid')
  })

  it('is unchecked where the bin has no secret', () => {
    const headers = { 'x-webhook-signature': sign('{}') }
    expect(check({ secret: null, headers, text: '{}' })).toEqual({ status: 'unchecked' })
    expect(check({ secret: '', headers, text: '{}' })).toEqual({ status: 'unchecked' })
  })

  it('is missing without its header, and a wrong name is told', () => {
    expect(check({ headers: {}, text: '{}' }).status).toBe('missing')
    const headers = { 'x-systeme-signature': sign('{}') }
    expect(check({ headers, text: '{}' })).toEqual({
      status: 'missing',
      cause: expect.stringContaining('x-systeme-signature'),
    })
  })

  it.each([
    ['another secret', hmac('other', '{}'), '{}', /Another secret/],
    ['no digest', 'abc', '{}', /64 hexadecimal/],
    ['a digit too many', `${sign('{}')}0`, '{}', /64 hexadecimal/],
    ['base64', 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=', '{}', /64 hexadecimal.*base64/],
    ['SHA-1', 'a'.repeat(40), '{}', /64 hexadecimal.*SHA-1/],
    ['SHA-512', 'A'.repeat(128), '{}', /64 hexadecimal.*SHA-512/],
    ['a fraction that was lost', sign('{"vat":0.0}'), '{ "vat": 0 }', /0 of 0\.0/],
    ['a prefix', `sha256=${sign('{}')}`, '{}', /prefix sha256=.*right/],
    ['a prefix and another body', `sha256=${sign('{}')}`, '[]', /prefix sha256=.*wrong/],
  ])('with %s is invalid, and says so', (_, signature, text, cause) => {
    const result = check({ headers: { 'x-webhook-signature': signature }, text })
    expect(result).toEqual({ status: 'invalid', cause: expect.stringMatching(cause) })
  })

  it('of a body that was cut is not blamed on the secret', () => {
    const headers = { 'x-webhook-signature': sign('{"a":1}') }
    const result = check({ headers, text: '{"a"' }, false)
    expect(result).toEqual({
      status: 'invalid',
      cause: expect.stringContaining('part of the body'),
    })
  })

  it('tells white space around the secret', () => {
    const headers = { 'x-webhook-signature': sign('{}') }
    const { cause } = check({ secret: ' secret\n', headers, text: '{}' })
    expect(cause).toContain('white space')
  })
})
