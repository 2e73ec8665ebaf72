import { describe, expect, it } from 'vitest'
import { judge } from './testing.ts'

describe('a name under the key "event"', () => {
  it.each([
    ['contact.tag.added', 'contact.tag.added'],
    ['contact.tag_added', 'contact.tag.added'],
    ['tag_removed', 'contact.tag.removed'],
    ['customer.sale.completed', 'customer.sale.completed'],
    ['sale.completed', 'customer.sale.completed'],
    ['CONTACT_TAG_ADDED', 'CONTACT_TAG_ADDED'],
    ['OPT_IN', 'CONTACT_OPT_IN'],
    ['NEW_SALE', 'SALE_NEW'],
    ['SALE_CANCELLED', 'SALE_CANCELED'],
    // Only one family has them, however they are spelt.
    ['sale.cancelled', 'SALE_CANCELED'],
    ['PAGE_VISITED', 'contact.page.visited'],
  ])(
    '%s is most likely %s, of the family whose names are spelt more alike',
    (event, suggestion) => {
      const { verdict, issues } = judge(JSON.stringify({ event, contact: { id: 1 }, sale: {} }))
      expect(verdict).toBe('unrecognized')
      expect(issues).toMatchObject([
        { severity: 'info', code: 'unknown-type', path: '/event', suggestion },
      ])
    },
  )

  it.each(['ping', 'order.created', ''])('%j is none of theirs', (event) => {
    expect(judge(JSON.stringify({ event, order: {} })).issues).toEqual([])
  })
})
