import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { deliveryKey } from './attempts.ts'
import { findEvent } from './catalogue.ts'
import { judge } from './testing.ts'

const sale = findEvent('new-sale').sample
const accountSale = findEvent('account-sale-new').sample

function keyOf(text: string, headers: Record<string, string> = {}) {
  const { event } = judge(text, { headers })
  const sha256 = createHash('sha256').update(text).digest('hex')
  const header = (name: string) => headers[name]
  return deliveryKey({ event, text, header, sha256, size: text.length })
}

describe('two requests', () => {
  it('are attempts of one delivery where the event is the same, however it is written', () => {
    const rewritten = JSON.stringify(JSON.parse(sale), null, 2)
    expect(keyOf(rewritten)).toBe(keyOf(sale))
  })

  it('are not where one is another item of the same order', () => {
    expect(keyOf(sale.replace('763123', '763124'))).not.toBe(keyOf(sale))
  })

  it('are not where one is a renewal', () => {
    const renewed = sale.replace('2021-09-10T14:23:33', '2021-10-10T14:23:33')
    expect(keyOf(renewed)).not.toBe(keyOf(sale))
  })

  it('of an account webhook are where the message is the same', () => {
    const attempt = (message: string) => ({
      'x-webhook-event': 'SALE_NEW',
      'x-webhook-message-id': message,
    })
    expect(keyOf(accountSale, attempt('m1'))).toBe(keyOf('{}', attempt('m1')))
    expect(keyOf(accountSale, attempt('m1'))).not.toBe(keyOf(accountSale, attempt('m2')))
  })

  it('of any other kind are where the body is the same, unless it is empty', () => {
    expect(keyOf('hello')).toBe(keyOf('hello'))
    expect(keyOf('hello')).not.toBe(keyOf('hello!'))
    expect(keyOf('')).toBeNull()
  })
})
