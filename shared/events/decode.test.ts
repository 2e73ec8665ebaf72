import { describe, expect, it } from 'vitest'
import { findEvent } from './catalogue.ts'
import { judge, told } from './testing.ts'

const tag = findEvent('tag-added').sample

function utf16(text: string, isBig: boolean, hasMark: boolean): Uint8Array {
  const units = (hasMark ? `\uFEFF${text}` : text).split('').map((unit) => unit.charCodeAt(0))
  return Uint8Array.from(
    units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  )
}

describe('the bytes of a body', () => {
  it('may begin with a byte order mark, which is told and kept', () => {
    const judgement = judge(`\uFEFF${tag}`)
    expect(told(judgement)).toEqual(['drifted tag-added', 'warning bom '])
    expect(judgement.text).toBe(`\uFEFF${tag}`)
  })

  it.each([
    ['little-endian with a mark', false, true],
    ['little-endian without', false, false],
    ['big-endian with a mark', true, true],
    ['big-endian without', true, false],
  ])('are read as UTF-16, %s', (_, isBig, hasMark) => {
    const judgement = judge(utf16(tag, isBig, hasMark))
    expect(told(judgement)).toEqual(['drifted tag-added', 'warning wrong-encoding '])
    expect(judgement).toMatchObject({ text: tag, charset: isBig ? 'utf-16be' : 'utf-16le' })
  })

  it('that are not UTF-8 are never guessed at, and the offset is told', () => {
    const latin1 = Uint8Array.from('{"type":"é"}', (unit) => unit.charCodeAt(0))
    const declared = judge(latin1, { contentType: 'application/json; charset=iso-8859-1' })
    expect(told(declared)).toEqual(['unreadable -', 'error invalid-utf8 '])
    expect(declared.issues[0]?.message).toContain('offset 9')
    expect(declared).toMatchObject({ text: '{"type":"é"}', charset: 'iso-8859-1' })
    expect(judge(latin1)).toMatchObject({ verdict: 'unreadable', text: null, charset: null })
    expect(judge(latin1, { contentType: null }).verdict).toBe('unreadable')
    expect(told(judge(latin1, { contentType: 'image/png' }))).toHaveLength(2)
  })

  it('of an image are nothing to judge', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
    expect(told(judge(png, { contentType: 'image/png' }))).toEqual(['none -'])
  })
})
