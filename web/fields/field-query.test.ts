import { describe, expect, it } from 'vitest'
import { parseSearch } from '../../shared/search/parse.ts'
import { fieldQuery } from './field-query.ts'

const sale = { trigger: 'new-sale', type: 'SALE_NEW' } as const

describe('fieldQuery', () => {
  it.each([
    ['type', '"SALE_NEW"', '$.type:"SALE_NEW"'],
    ['data.order.vat', '0', '$.data.order.vat:0'],
    ['data.coupon', 'null', '$.data.coupon:null'],
    ['data.order_item.resources[].type', '"course"', '$.data.order_item.resources.*.type:"course"'],
    ['data.grid[][]', '1', '$.data.grid.*.*:1'],
    ['data["1st-key"]', 'true', '$.data.1st-key:true'],
    ['data.note', String.raw`"say \"hi\" \\ 50%"`, String.raw`$.data.note:"say \"hi\" \\ 50%"`],
    ['data.empty', '""', '$.data.empty:""'],
  ])('asks for %s being %s', (path, value, term) => {
    const query = fieldQuery(sale, path, value)
    expect(query).toBe(`trigger:new-sale ${term}`)
    expect(parseSearch(query ?? '')).toHaveProperty('query')
  })

  it.each(['data["odd key"]', 'data["a.b"]', 'données', 'data["a\\"b"]', '$.a'])(
    'has no words for %s',
    (path) => expect(fieldQuery(sale, path, '1')).toBeNull(),
  )

  it('has no words for half a surrogate pair, which no address can say', () => {
    expect(fieldQuery(sale, 'data.name', String.raw`"\ud800"`)).toBeNull()
    expect(fieldQuery(sale, 'data.name', '"😀"')).toBe('trigger:new-sale $.data.name:"😀"')
  })

  it('names an event that no document describes by its type', () => {
    const other = { trigger: null, type: 'order "shipped"' }
    expect(fieldQuery(other, 'id', '7')).toBe(String.raw`event:"order \"shipped\"" $.id:7`)
  })
})
