import { describe, expect, it } from 'vitest'
import { isDocumentedSender } from './sender.ts'

describe('the documented senders', () => {
  it.each([
    '185.236.142.1',
    '185.236.142.2',
    '185.236.142.3',
    '::ffff:185.236.142.3',
    '::FFFF:185.236.142.1',
  ])('include %s', (address) => {
    expect(isDocumentedSender(address)).toBe(true)
  })

  it.each([
    '185.236.142.0',
    '185.236.142.4',
    '185.236.142.10',
    '185.236.142.30',
    '185.236.142.01',
    '185.236.142.1:80',
    ' 185.236.142.1',
    '185.236.142.1, 9.9.9.9',
    '1185.236.142.1',
    '::185.236.142.1',
    '127.0.0.1',
    '',
  ])('do not include %j', (address) => {
    expect(isDocumentedSender(address)).toBe(false)
  })
})
