import { describe, expect, it } from 'vitest'
import { findAll } from './find.ts'

describe('findAll', () => {
  it('finds without regard to case', () => {
    expect(findAll('Éa éA', 'éa')).toEqual({ needle: 'éa', starts: [0, 3], isCut: false })
  })

  it('takes every character for itself', () => {
    for (let code = 32; code < 127; code++) {
      const character = String.fromCharCode(code)
      expect([character, findAll(`€${character}€`, character).starts]).toEqual([character, [1]])
    }
    expect(findAll('a-b', 'a-b').starts).toEqual([0])
    expect(findAll('x\ud83d', '\ud83d').starts).toEqual([1])
  })

  it('stops at very many', () => {
    const { starts, isCut } = findAll('a'.repeat(20_000), 'a')
    expect([starts.length, isCut]).toEqual([10_000, true])
    expect(findAll('a', '').starts).toEqual([])
  })
})
