import { describe, expect, it } from 'vitest'
import { findEvent } from './catalogue.ts'
import { judge, told } from './testing.ts'

const tag = findEvent('tag-added').sample
const optIn = findEvent('funnel-step-form-subscribed').sample
const webinar = findEvent('webinar-registered').sample
const sale = findEvent('new-sale').sample.replaceAll('\\\\u00e9', 'e')

describe('the time of an automation event', () => {
  it.each([
    ['2021-10-05T08:10:29+00:00', '2021-10-05T08:10:29.000Z'],
    ['2021-10-05T10:10:29.5+02:00', '2021-10-05T08:10:29.500Z'],
    ['2021-10-05 08:10:29', null],
    ['5 October 2021', null],
  ])('%s is told as %s', (sent, told) => {
    const body = JSON.stringify({ ...JSON.parse(tag), created_at: sent })
    expect(judge(body).event?.occurredAt).toBe(told)
  })
})

describe('an automation event', () => {
  it.each([
    ['an empty object of fields', tag.replace('[]', '{}'), 'drifted', 'unusual-empty', 'fields'],
    ['null for fields', tag.replace('[]', 'null'), 'invalid', 'null-not-allowed', 'fields'],
    [
      'a number among the fields',
      tag.replace('[]', '{"a":1}'),
      'drifted',
      'wrong-type',
      'fields/a',
    ],
    [
      'null among the fields',
      tag.replace('[]', '{"a":null}'),
      'drifted',
      'null-not-allowed',
      'fields/a',
    ],
    ['an id with a fraction', tag.replace('29143587', '1.5'), 'invalid', 'wrong-type', 'id'],
    ['a huge id', tag.replace('29143587', '9007199254740993'), 'drifted', 'unsafe-integer', 'id'],
    [
      'half a surrogate pair',
      tag.replace('[]', '{"a":"\\ud83d"}'),
      'drifted',
      'lone-surrogate',
      'fields/a',
    ],
    ['a repeated key', tag.replace('"ip"', '"id": 1, "ip"'), 'invalid', 'duplicate-key', 'id'],
  ])('with %s', (_, body, verdict, code, path) => {
    const { issues, ...judgement } = judge(body)
    expect(judgement.verdict).toBe(verdict)
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual([
      [code, `/data/contact/${path}`],
    ])
  })

  it('with a number too large for a double is invalid', () => {
    expect(told(judge(tag.replace('29143587', '1e400')))).toContain(
      'error number-overflow /data/contact/id',
    )
  })

  it.each([
    ['referred_by_contact_id": null', 'referred_by_contact_id": 7', 'valid'],
    ['referred_by_contact_id": null', 'referred_by_contact_id": "a"', 'valid'],
    ['referred_by_contact_id": null', 'referred_by_contact_id": {}', 'valid'],
    ['referred_by_contact_id": null', 'referred_by_contact_id": true', 'invalid'],
    ['referred_by_contact_id": null', 'referred_by_contact_id": []', 'invalid'],
    ['"ip": null', '"ip": "2001:db8::1"', 'valid'],
    ['"ip": null', '"ip": "1.2.3"', 'invalid'],
    ['+00:00', 'Z', 'valid'],
  ])('with %s as %s is %s', (from, to, verdict) => {
    expect(judge(tag.replace(from, to)).verdict).toBe(verdict)
  })

  it('may tell where an opt-in came from', () => {
    const body = optIn.replace('"contact":', '"source_url": "https://x.test", "contact":')
    expect(told(judge(body))).toEqual(['valid funnel-step-form-subscribed'])
    const unset = optIn.replace('"contact":', '"source_url": null, "contact":')
    expect(told(judge(unset))).toEqual(['valid funnel-step-form-subscribed'])
    const elsewhere = tag.replace('"contact":', '"source_url": "https://x.test", "contact":')
    expect(told(judge(elsewhere))).toEqual(['valid tag-added', 'info extra /data/source_url'])
  })

  it('may have the duration of a webinar as a number', () => {
    const found = told(judge(webinar.replace('"7200"', '7200')))
    expect(found).toEqual([
      'drifted webinar-registered',
      'warning unusual-type /data/webinar/duration',
    ])
  })

  it('may name values that no document names', () => {
    const found = told(judge(sale.replace('"paypal"', '"bitcoin"')))
    expect(found).toEqual(['valid new-sale', 'info unknown-value /data/customer/payment_processor'])
  })

  it('is told from another with the same type by its data, null or not', () => {
    const step = /"funnel_step": \{.*?\}\s*\}/
    const both = optIn.replace('"contact":', '"page_model": null, "contact":')
    expect(told(judge(both))).toEqual([
      'drifted funnel-step-form-subscribed',
      'warning unexpected /data/page_model',
    ])
    expect(told(judge(optIn.replace(step, '"funnel_step": null')))).toEqual([
      'invalid funnel-step-form-subscribed',
      'error null-not-allowed /data/funnel_step',
    ])
    expect(told(judge(optIn.replace('{ "funnel_step"', '7, "x": { "funnel_step"')))).toEqual([
      'invalid -',
      'error wrong-type /data',
      'info extra /x',
    ])
  })

  it('whose data fits another type says which', () => {
    const swap = (type: string) => judge(tag.replace('contact.tag.added', type))
    const suggestion = (type: string) =>
      swap(type).issues.find(({ code }) => code === 'type-data-mismatch')?.suggestion
    expect(suggestion('contact.course.enrolled')).toBe('contact.tag.added or contact.tag.removed')
    expect(suggestion('contact.optin.completed')).toBe('contact.tag.added or contact.tag.removed')
    expect(suggestion('contact.tag.removed')).toBeUndefined()
    for (const type of ['contact.optin.completed', 'contact.page.visited', 'contact.tag.added']) {
      const { issues } = judge(sale.replace('customer.sale.completed', type))
      const found = issues.find(({ code }) => code === 'type-data-mismatch')
      expect(found?.suggestion).toBe('customer.sale.completed')
    }
    const variant = sale
      .replace('offer_price_plan', 'price_plan')
      .replace('customer.sale', 'contact.tag')
    expect(judge(variant.replace('tag.completed', 'tag.added')).issues).toContainEqual(
      expect.objectContaining({
        code: 'type-data-mismatch',
        suggestion: 'customer.sale.completed',
      }),
    )
    const visited = judge(optIn.replace('contact.optin.completed', 'contact.tag.added'))
    expect(visited.issues.find(({ code }) => code === 'type-data-mismatch')?.suggestion).toBe(
      'contact.optin.completed or contact.page.visited',
    )
  })

  it('with a key of another one beside all of its own is still what it says', () => {
    const body = optIn.replace('"contact":', '"tag": { "id": 1, "name": "a" }, "contact":')
    expect(told(judge(body))).toEqual([
      'drifted funnel-step-form-subscribed',
      'warning unexpected /data/tag',
    ])
  })

  it.each([
    ['"created_at"', '"createdAt"', '/createdAt', 'created_at'],
    ['"email"', '"E-Mail"', '/data/contact/E-Mail', 'email'],
    ['"referred_by_contact_id"', '"referredByContactId"', '/data/contact/referredByContactId'],
  ])(
    'that spells %s as %s is told what was meant',
    (name, spelt, path, meant = name.slice(1, -1)) => {
      const { issues } = judge(tag.replace(name, spelt))
      expect(issues.map(({ code }) => code).toSorted()).toEqual(['extra', 'missing'])
      expect(issues).toContainEqual(expect.objectContaining({ path, suggestion: meant }))
      const { issues: both } = judge(tag.replace(name, `${spelt}: 1, ${name}`))
      expect(both[0]?.suggestion).toBeUndefined()
    },
  )

  it.each([
    ['contact.tag.aded', 'contact.tag.added'],
    ['Contact.Tag.Added', 'contact.tag.added'],
    ['contact tag added', 'contact.tag.added'],
    [' contact.tag.added ', 'contact.tag.added'],
    ['CONTACT_TAG_ADDED', 'contact.tag.added'],
    ['contact.tag_added', 'contact.tag.added'],
    ['tag.added', 'contact.tag.added'],
    ['contact.coursebundle.enrolled', 'contact.course_bundle.enrolled'],
    ['contact.opt-in.completed', 'contact.optin.completed'],
    ['NEW_SALE', 'customer.sale.completed'],
    ['SALE_NEW', 'customer.sale.completed'],
    ['OPT_IN', 'contact.optin.completed'],
    ['contact.optin', 'contact.optin.completed'],
    ['customer.sale', 'customer.sale.completed'],
    ['contact.sale.completed', 'customer.sale.completed'],
    ['customer.tag.added', 'contact.tag.added'],
    ['contact.tag.deleted', 'contact.tag.removed'],
    ['contact.campaign.completed', 'contact.campaign.finished'],
    ['link.clicked', 'contact.email_link.clicked'],
    ['page.visit', 'contact.page.visited'],
    ['customer.sale.completed\u200b', 'customer.sale.completed'],
    ['funnel-step-form-subscribed', 'contact.optin.completed'],
    ['TAG DITAMBAHKAN', 'contact.tag.added'],
    ['Nouvelle vente', 'customer.sale.completed'],
    // No rule reports these, an account webhook does.
    ['SALE_CANCELLED', 'SALE_CANCELED'],
    ['CONTACT_CREATED', 'CONTACT_CREATED'],
  ])('named %j was most likely meant as %s', (type, suggestion) => {
    const { verdict, event, issues } = judge(tag.replace('contact.tag.added', type))
    expect(verdict).toBe('undocumented')
    expect(event).toMatchObject({ family: 'automation', type, trigger: null })
    expect(issues).toMatchObject([
      { severity: 'warning', code: 'unknown-type', path: '/type', suggestion },
    ])
  })

  it.each([
    'contact.course.completed',
    'customer.sale.canceled',
    'subscription.payment.failed',
    // Several are as near.
    'contact.tag',
    'completed',
    'enrolled',
    '',
  ])('of the undocumented type %j is news, not a mistake, and its envelope is checked', (type) => {
    const body = tag.replace('contact.tag.added', type)
    expect(told(judge(body))).toEqual(['undocumented -', 'info unknown-type /type'])
    const trimmed = body.replace(/, "account": \{.*?\}/, '')
    expect(told(judge(trimmed))).toContain('error missing /account')
  })

  it('with its data as a JSON text says that it was encoded twice', () => {
    const { data, ...rest } = JSON.parse(tag)
    const body = JSON.stringify({ ...rest, data: JSON.stringify(data) })
    expect(told(judge(body))).toEqual([
      'invalid tag-added',
      'warning double-encoded /data',
      'error wrong-type /data',
    ])
  })

  it('that nests too deep is told at the member that does', () => {
    const deep = '['.repeat(2000) + ']'.repeat(2000)
    expect(told(judge(tag.replace('"tag":', `"x": ${deep}, "tag":`)))).toContain(
      'error too-deep /data',
    )
    expect(told(judge(`[${tag.replace('"tag":', `"x": ${deep}, "tag":`)}]`))).toContain(
      'error too-deep /data',
    )
  })
})
