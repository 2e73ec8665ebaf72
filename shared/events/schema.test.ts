import { describe, expect, it } from 'vitest'
import { asyncApi } from './asyncapi.ts'
import type { AccountBody } from './account.ts'
import type { AutomationBody } from './automation.ts'
import { catalogue, findEvent } from './catalogue.ts'
import { jsonSchemaOf } from './schema.ts'
import { shapeTable } from './table.ts'
import { typescriptOf } from './typescript.ts'

describe('the JSON Schema of a trigger', () => {
  it('says what it is', () => {
    expect(jsonSchemaOf('tag-added')).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Tag added',
      'x-family': 'automation',
      'x-event-name': 'contact.tag.added',
      required: ['type', 'data', 'account', 'created_at'],
    })
  })

  it('keeps what is no error as annotations', () => {
    const text = JSON.stringify(jsonSchemaOf('new-sale'))
    expect(text).toContain('"x-known-values":["one_shot","subscription"]')
    expect(text).toContain('"x-replaces":"offer_price_plan"')
    expect(text).toContain('"x-recommended":{"course":"warning"')
  })
})

describe('the table of a trigger', () => {
  it('has a row for every key, with its example as printed', () => {
    const rows = new Map(shapeTable('page-visited').map((row) => [row.path, row]))
    expect(rows.get('data.funnel_step.name')).toEqual({
      path: 'data.funnel_step.name',
      type: 'string',
      nullable: false,
      presence: 'always',
      example: '"Halaman Terima Kasih \\/ Unduh"',
      remark: '',
    })
    expect(rows.get('data.contact.ip')).toMatchObject({ nullable: true, example: 'null' })
    expect(rows.get('data.contact.fields.*')).toMatchObject({ presence: 'sometimes' })
  })

  it('joins the branches that the type of a resource chooses', () => {
    const rows = shapeTable('new-sale').filter(({ path }) => path.includes('resources[].'))
    const presences = rows.map(({ path, presence }) => `${path.split('[].')[1]} ${presence}`)
    expect(presences).toEqual([
      'quantity always',
      'enrollment_access_type always',
      'enrollment_dripping_access_course always',
      'type always',
      'course sometimes',
      'course_bundle sometimes',
      'physical_product sometimes',
      'tag sometimes',
      'data always',
      'data.id always',
      'data.name always',
      'data.description sometimes',
    ])
  })

  it.each(catalogue)('of $trigger names no key twice', ({ trigger }) => {
    const paths = shapeTable(trigger).map(({ path }) => path)
    expect(paths).toHaveLength(new Set(paths).size)
  })
})

describe('TypeScript declarations', () => {
  it('tell automation events apart by type and account webhooks by header', () => {
    const text = typescriptOf()
    expect(text).toContain("export type TagAdded = {\n  type: 'contact.tag.added'\n  data: {")
    expect(text).toContain("  | { event: 'SALE_NEW'; body: AccountSaleNew }\n")
    expect(text).toContain('source_url?: string')
    expect(text).toContain('offer_price_plan?: {')
  })

  it('can be had of some events', () => {
    const text = typescriptOf([findEvent('tag-added')])
    expect(text).toContain('export type AutomationEvent =\n  | TagAdded\n')
    expect(text).not.toContain('AccountEvent')
  })

  it('follow from the shapes by inference, too', () => {
    const body: AutomationBody = {
      type: 'contact.tag.added',
      data: {
        tag: { id: 1, name: 'lead' },
        contact: {
          id: 1,
          email: 'a@example.com',
          fields: [],
          ip: null,
          referred_by_contact_id: null,
          referred_by_contact_email: null,
        },
      },
      account: { email: 'a@example.com' },
      created_at: '2021-10-05T09:52:38+00:00',
    }
    // @ts-expect-error no event has this type
    const wrong: AutomationBody['type'] = 'contact.tag.renamed'
    const tag: Extract<AccountBody, { tag: unknown }>['tag'] = { id: 1, name: 'lead' }
    expect(tag).toEqual(body.data.tag)
    expect([body.type, wrong]).toEqual(['contact.tag.added', 'contact.tag.renamed'])
  })
})

describe('the AsyncAPI document', () => {
  it('has a message for every event, with its sample', () => {
    const document = asyncApi()
    expect(document).toMatchObject({
      asyncapi: '3.0.0',
      components: {
        messages: {
          'tag-added': {
            name: 'contact.tag.added',
            examples: [{ payload: JSON.parse(findEvent('tag-added').sample) }],
          },
          'account-sale-new': {
            headers: { properties: { 'x-webhook-event': { const: 'SALE_NEW' } } },
          },
        },
      },
    })
  })

  it('refers only to what it has', () => {
    const document = asyncApi()
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)
    for (const [, path = ''] of references) {
      const target = path
        .split('/')
        .reduce<unknown>(
          (at, key) => Object.entries(Object(at)).find(([name]) => name === key)?.[1],
          document,
        )
      expect([path, typeof target]).toEqual([path, 'object'])
    }
  })
})
