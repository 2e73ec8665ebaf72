import { describe, expect, it } from 'vitest'
import { findEvent } from './catalogue.ts'
import { judge, named, told } from './testing.ts'

const tag = findEvent('tag-added').sample
const accountSale = findEvent('account-sale-new').sample
const accountTag = findEvent('account-contact-tag-added').sample
const accountContact = findEvent('account-contact-created').sample

describe('an account event', () => {
  it.each([
    [accountSale, 'SALE_NEW or SALE_CANCELED'],
    [accountTag, 'CONTACT_TAG_ADDED or CONTACT_TAG_REMOVED'],
    [accountContact, 'CONTACT_CREATED or CONTACT_OPT_IN'],
  ])('without its header is ambiguous, and the candidates are told', (body, suggestion) => {
    const { verdict, event, issues } = judge(body)
    expect(verdict).toBe('ambiguous')
    expect(event).toMatchObject({ family: 'account', type: '', trigger: null })
    expect(issues).toMatchObject([
      { severity: 'warning', code: 'no-event-header', path: '', suggestion },
    ])
  })

  it.each([
    ['NEW_SALE', 'SALE_NEW'],
    ['sale_new', 'SALE_NEW'],
    ['SALE_CANCELLED', 'SALE_CANCELED'],
    ['OPT_IN', 'CONTACT_OPT_IN'],
    ['contact.tag_added', 'CONTACT_TAG_ADDED'],
    ['customer.sale.completed', 'SALE_NEW'],
  ])('named %s was most likely meant as %s', (name, suggestion) => {
    const { verdict, event, issues } = judge(accountSale, named(name))
    expect(verdict).toBe('undocumented')
    expect(event).toMatchObject({ family: 'account', type: name, trigger: null })
    expect(issues).toMatchObject([
      { severity: 'warning', code: 'unknown-type', path: '', suggestion },
    ])
  })

  it('whose body fits another name says which', () => {
    expect(told(judge(accountTag, named('SALE_NEW')))).toEqual(
      expect.arrayContaining([
        'invalid account-sale-new',
        'error missing /customer',
        'warning type-data-mismatch ',
        'warning unexpected /contact',
        'warning unexpected /tag',
      ]),
    )
  })

  it('may have its contact inside another contact', () => {
    const { contact, tag } = JSON.parse(accountTag)
    const removed = named('CONTACT_TAG_REMOVED')
    const expected = ['drifted account-contact-tag-removed', 'warning double-nested /contact']
    const outside = judge(JSON.stringify({ contact: { contact }, tag }), removed)
    const inside = judge(JSON.stringify({ contact: { contact, tag } }), removed)
    expect(told(outside)).toEqual(expected)
    expect(told(inside)).toEqual(expected)
    expect(outside.event?.contact).toEqual({ id: 12345, email: 'email@example.com' })
  })

  it('has a checkout page from schema version 2 on', () => {
    const version = (number: string) => ({
      headers: { 'x-webhook-event': 'SALE_NEW', 'x-webhook-schema-version': number },
    })
    const without = accountSale.replace('"checkoutPage":null,', '')
    expect(told(judge(without, version('1')))).toEqual(['valid account-sale-new'])
    expect(told(judge(without, version('2')))).toContain('error missing /checkoutPage')
    expect(told(judge(without, named('SALE_NEW')))).toEqual(['valid account-sale-new'])
  })

  it('gives way to an automation event in the same request', () => {
    expect(told(judge(tag, named('SALE_NEW')))).toEqual(['valid tag-added'])
  })

  it('tells when it happened in a header only', () => {
    const headers = {
      'x-webhook-event': 'SALE_NEW',
      'x-webhook-event-timestamp': '2026-09-27T20:16:27+00:00',
    }
    const { event } = judge(accountSale, { headers })
    expect(event?.occurredAt).toBe('2026-09-27T20:16:27+00:00')
  })
})
