import { describe, expect, it } from 'vitest'
import { hasTerm, withoutFields, withoutTerm, withTerms } from './facet-terms.ts'

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

  it('are taken out one by one', () => {
    expect(withoutTerm('a header.x:"b c" $.d:"b c"', 'header.x:"b c"')).toBe('a $.d:"b c"')
  })
})
