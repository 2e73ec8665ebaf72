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

  it('of half a unit at the end of UTF-16 are a text that was cut off', () => {
    const judgement = judge(utf16(tag, false, true).subarray(0, 101))
    expect(told(judgement).slice(0, 2)).toEqual(['unreadable -', 'warning wrong-encoding '])
    expect(judgement.issues[1]?.code).toBe('json-truncated')
    expect(judgement.text).toBe(tag.slice(0, 49))
  })

  it('of UTF-32 are no UTF-16', () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0, 0x7d, 0, 0, 0)
    expect(told(judge(bytes))).toEqual(['unreadable -', 'error invalid-utf8 '])
  })

  it.each([
    ['iso-8859-1', tag.replace('TagKerenSaya', 'é'), 'drifted'],
    ['"windows-1252"', tag.replace('TagKerenSaya', '日本'), 'drifted'],
    ['utf-16', tag, 'drifted'],
    ['iso-8859-1', tag, 'valid'],
    ['UTF8', tag.replace('TagKerenSaya', 'é'), 'valid'],
    ['no-such-charset', tag.replace('TagKerenSaya', 'é'), 'valid'],
  ])(
    'of UTF-8 declared as %s are said where they would read otherwise',
    (charset, body, verdict) => {
      const judgement = judge(body, { contentType: `application/json; charset=${charset}` })
      expect(told(judgement)).toEqual([
        `${verdict} tag-added`,
        ...(verdict === 'valid' ? [] : ['warning wrong-encoding ']),
      ])
      expect(judgement).toMatchObject({ text: body, charset: 'utf-8' })
    },
  )

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
