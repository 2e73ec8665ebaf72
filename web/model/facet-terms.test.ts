import { describe, expect, it } from 'vitest'
import { hasTerm, termOf, withoutFields, withTerms } from './facet-terms.ts'

describe('terms of facets', () => {
  it('take the place of a term of the same field', () => {
    const q = withTerms('paris verdict:valid', ['verdict'], ['verdict:invalid'])
    expect(q).toBe('paris verdict:invalid')
    expect(withTerms(q, ['verdict'], [])).toBe('paris')
  })

  it('leave alone what is quoted', () => {
    const q = 'data.name:"a verdict:valid b" verdict:valid'
    expect(withoutFields(q, ['verdict'])).toBe('data.name:"a verdict:valid b"')
    expect(hasTerm(q, 'verdict:valid')).toBe(true)
    expect(hasTerm('"verdict:valid"', 'verdict:valid')).toBe(false)
  })

  it('narrow down every side of an "or"', () => {
    expect(withTerms('a or b', ['verdict'], ['verdict:valid'])).toBe('(a or b) verdict:valid')
  })

  it('quote values that are more than a word', () => {
    expect(termOf('trigger', 'new-sale')).toBe('trigger:new-sale')
    expect(termOf('event', 'a "b"')).toBe('event:"a \\"b\\""')
  })
})
