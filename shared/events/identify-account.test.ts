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
    ['Sale New', 'SALE_NEW'],
    ['SALE_REFUNDED', 'SALE_CANCELED'],
    ['SALE_CANCEL', 'SALE_CANCELED'],
    ['TAG_ADDED', 'CONTACT_TAG_ADDED'],
    ['CONTACT_TAG_DELETED', 'CONTACT_TAG_REMOVED'],
    ['CREATED', 'CONTACT_CREATED'],
    ['account-sale-new', 'SALE_NEW'],
    ['Vente annulée', 'SALE_CANCELED'],
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

  it.each(['CONTACT_UPDATED', 'OPT_OUT', 'SALE', 'OPTION', 'ADD', 'PING'])(
    'named %s is none that could be meant',
    (name) => {
      const [issue] = judge(accountSale, named(name)).issues
      expect(issue).toMatchObject({ severity: 'info', code: 'unknown-type' })
      expect(issue?.suggestion).toBeUndefined()
    },
  )

  it('with a key that only another one has fits that', () => {
    const judgement = judge(accountTag, named('CONTACT_CREATED'))
    expect(told(judgement)).toEqual([
      'drifted account-contact-created',
      'warning type-data-mismatch ',
      'warning unexpected /tag',
    ])
    expect(judgement.issues[0]?.suggestion).toBe('CONTACT_TAG_ADDED or CONTACT_TAG_REMOVED')
    // The other way round a key is missing, and nothing speaks for another event.
    expect(told(judge(accountContact, named('CONTACT_TAG_ADDED')))).toEqual([
      'invalid account-contact-tag-added',
      'error missing /tag',
    ])
  })

  it('of a schema version that no document describes says so', () => {
    const headers = { 'x-webhook-event': 'SALE_NEW', 'x-webhook-schema-version': '3' }
    const judgement = judge(accountSale, { headers })
    expect(told(judgement)).toEqual(['valid account-sale-new', 'info unknown-value '])
    expect(judgement.issues[0]).toMatchObject({ expected: '1, 2', actual: '3' })
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
    expect(event?.occurredAt).toBe('2026-09-27T20:16:27.000Z')
  })
})
