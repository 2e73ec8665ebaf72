import { describe, expect, it } from 'vitest'
import { complete, type KnownValues } from './complete.ts'
import { parseSearch } from './parse.ts'

const known: KnownValues = {
  valuesOf: (field, key) =>
    field === 'event'
      ? ['contact.tag.added', 'order shipped']
      : field === '$' && key === 'data.tag.name'
        ? ['"lead"', '"new customer"']
        : [],
  keysOf: (field) =>
    ({ header: ['user-agent', 'x-webhook-event'], query: ['utm_source'], $: ['data.tag.name'] })[
      field
    ],
}
const texts = (text: string, caret = text.length) =>
  complete(text, caret, known).options.map((option) => option.text)

describe('complete', () => {
  it('offers the fields, those first that begin with what was typed', () => {
    expect(texts('')).toContain('verdict:')
    expect(texts('ver')[0]).toBe('verdict:')
    expect(texts('-ver')[0]).toBe('verdict:')
    expect(texts('a or (ver')[0]).toBe('verdict:')
  })

  it('offers the values of a field', () => {
    expect(texts('verdict:in')).toEqual(['verdict:invalid'])
    expect(texts('event:tag')).toEqual(['event:contact.tag.added'])
    expect(texts('event:or')[0]).toBe('event:"order shipped"')
    expect(texts('is:')).toContain('is:pinned')
  })

  it('tells what a value is a value of', () => {
    expect(texts('invali')).toContain('verdict:invalid')
    expect(texts('new-sa')).toContain('trigger:new-sale')
  })

  it('offers headers, parameters and paths that occur, with their values', () => {
    expect(texts('header.us')).toEqual(['header.user-agent:'])
    expect(texts('query.')).toEqual(['query.utm_source:'])
    expect(texts('data.ta')).toEqual(['$.data.tag.name:'])
    expect(texts('$.data.tag.name:')).toEqual([
      '$.data.tag.name:"lead"',
      '$.data.tag.name:"new customer"',
    ])
    expect(texts('data.tag.name:l')).toEqual(['data.tag.name:"lead"'])
    expect(texts('$.data.tag.name:"new')).toEqual(['$.data.tag.name:"new customer"'])
  })

  it('takes the place of the word at the caret, and of no more', () => {
    const text = 'email:a@b.c verd size:>1k'
    expect(complete(text, 16, known)).toMatchObject({ start: 12, end: 16 })
    expect(complete('"verdict', 8, known).start).toBe(0)
    expect(texts('"two wor')).toEqual([])
  })

  it('has nothing to add to what is complete', () => {
    expect(texts('verdict:invalid')).toEqual([])
    expect(texts('paris')).toEqual([])
  })

  it('offers only what can be read', () => {
    for (const text of [...texts('event:'), ...texts('$.data.tag.name:'), ...texts('inva')]) {
      expect(parseSearch(text)).toHaveProperty('query')
    }
  })
})
