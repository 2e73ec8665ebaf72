import { describe, expect, test } from 'vitest'
import { defaultReply } from '../../shared/bin.ts'
import { InvalidReply } from './invalid.ts'
import { readReply } from './settings.ts'

/** Pointer and message of what is refused. */
function refusalOf(input: unknown): [pointer: string, message: string] {
  try {
    readReply(input)
  } catch (error) {
    if (error instanceof InvalidReply) return [error.pointer, error.message]
    throw error
  }
  throw new Error('Nothing was refused.')
}

describe('settings of a reply', () => {
  test('what is left out stays as it is', () => {
    const base = { ...defaultReply, status: 503, delay: 10, cors: true, sequence: [500] }
    expect(readReply({}, base)).toEqual(base)
    expect(readReply({ body: 'x' }, base)).toEqual({ ...base, body: 'x' })
    expect(readReply({})).toEqual(defaultReply)
  })

  test('headers are pairs, or an object of texts or of lists', () => {
    const pairs = [
      ['X-A', '1'],
      ['X-A', '2'],
      ['X-B', ''],
    ]
    expect(readReply({ headers: pairs }).headers).toEqual(pairs)
    expect(readReply({ headers: { 'X-A': ['1', '2'], 'X-B': '' } }).headers).toEqual(pairs)
    expect(readReply({ headers: [] }).headers).toEqual([])
  })

  test('a sequence holds statuses, ways to fail and whole replies', () => {
    const { sequence } = readReply({
      delay: 5,
      sequence: [500, 'timeout', 'reset', 'slow', { status: 503, body: 'busy' }, { body: 'fine' }],
    })
    const text = ['Content-Type', 'text/plain; charset=utf-8']
    expect(sequence).toEqual([
      500,
      'timeout',
      'reset',
      'slow',
      { status: 503, headers: [text], body: 'busy', delay: 5 },
      { status: 200, headers: [text], body: 'fine', delay: 5 },
    ])
  })

  test.each([200, 204, 304, 418, 599])('takes the status %i', (status) => {
    expect(readReply({ status }).status).toBe(status)
  })

  test.each([100, 101, 199, 600, 200.5, -1, '200', null, Number.NaN])(
    'refuses the status %j',
    (status) => {
      expect(refusalOf({ status })).toEqual(['/status', expect.stringContaining('200 to 599')])
    },
  )

  test.each([-1, 60_001, 1.5, '5'])('refuses the delay %j', (delay) => {
    expect(refusalOf({ delay })).toEqual(['/delay', expect.stringContaining('60000')])
  })

  test.each([
    [null, ''],
    ['text', ''],
    [[], ''],
    [{ stauts: 500 }, '/stauts'],
    [{ body: 1 }, '/body'],
    [{ body: 'é'.repeat(2 ** 19 + 1) }, '/body'],
    [{ cors: 'yes' }, '/cors'],
    [{ sequence: 500 }, '/sequence'],
    [{ sequence: Array.from({ length: 1001 }, () => 500) }, '/sequence'],
    [{ sequence: [500, 'explode'] }, '/sequence/1'],
    [{ sequence: [99] }, '/sequence/0'],
    [{ sequence: [null] }, '/sequence/0'],
    [{ sequence: [{ status: 700 }] }, '/sequence/0/status'],
    [{ sequence: [{ cors: true }] }, '/sequence/0/cors'],
    [{ headers: 'X: y' }, '/headers'],
    [{ headers: null }, '/headers'],
    [{ headers: [['X']] }, '/headers/0'],
    [{ headers: [['X', 'y'], 'Z: z'] }, '/headers/1'],
    [{ headers: { 'X/Y~': 1 } }, '/headers/X~1Y~0'],
    [{ sequence: [{ headers: { Connection: 'close' } }] }, '/sequence/0/headers/Connection'],
  ])('points at what it refuses: %j', (input, pointer) => {
    expect(refusalOf(input)[0]).toBe(pointer)
  })
})

describe('headers of a reply', () => {
  test.each([
    'Content-Length',
    'transfer-encoding',
    'CONNECTION',
    'Keep-Alive',
    'Upgrade',
    'Trailer',
    'TE',
    'Proxy-Authenticate',
    'Strict-Transport-Security',
    'Clear-Site-Data',
    'Service-Worker-Allowed',
    'Set-Cookie',
    'X-Bin-Seq',
  ])('%s is refused with the reason', (name) => {
    expect(refusalOf({ headers: [[name, '1']] })).toEqual([
      '/headers/0',
      expect.stringMatching(new RegExp(`^${name} (would|is|speaks)`)),
    ])
  })

  test.each(['', 'X:A', 'X A', 'X\r\n', 'É', 'X\0', '(x)'])('%j is no name', (name) => {
    expect(refusalOf({ headers: [[name, 'v']] })[1]).toContain('is no header name')
  })

  test.each(['a\r\nSet-Cookie: x=1', 'a\nb', 'a\rb', '\0', '\x7f', '€'])('%j is no value', (v) => {
    expect(refusalOf({ headers: [['X-A', v]] })[1]).toContain('The value of X-A')
  })

  test.each(['', 'a\tb', '\xe9\xff', '~'])('%j is a value', (value) => {
    expect(readReply({ headers: [['X-A', value]] }).headers).toEqual([['X-A', value]])
  })

  test('their number and their bytes are bounded', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => [`X-${index}`, ''])
    expect(readReply({ headers: many(50) }).headers).toHaveLength(50)
    expect(refusalOf({ headers: many(51) })[1]).toContain('At most 50')
    const long = (length: number) => ({ headers: [['X', 'a'.repeat(length)]] })
    expect(readReply(long(8192 - 5)).headers).toHaveLength(1)
    expect(refusalOf(long(8192 - 4))[1]).toContain('8192 bytes')
  })
})
