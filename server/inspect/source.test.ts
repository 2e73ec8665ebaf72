import { describe, expect, test } from 'vitest'
import { createSourceReader } from './source.ts'

const documented = '185.236.142.1'
const proxy = '10.0.0.1'
const sourceOf = createSourceReader(['10.0.0.0/8', '::1', '2001:db8::/32'])
const source = (address: string, ...rawHeaders: string[]) =>
  sourceOf({ peer: { address, port: 1 }, rawHeaders })

describe('a sender without a proxy', () => {
  test('is the peer', () => {
    expect(source('192.0.2.1')).toEqual({ ip: '192.0.2.1', via: 'socket', documented: false })
    expect(source(documented)).toEqual({ ip: documented, via: 'socket', documented: true })
    expect(source('::ffff:185.236.142.3')).toMatchObject({ ip: '185.236.142.3', documented: true })
  })

  test.each([
    ['X-Forwarded-For', documented],
    ['Forwarded', `for=${documented}`],
    ['X-Real-IP', documented],
    ['CF-Connecting-IP', documented],
    ['True-Client-IP', documented],
  ])('is not believed when it says %s: %s', (...header) => {
    const said = source('192.0.2.1', ...header, ...header)
    expect(said).toEqual({ ip: '192.0.2.1', via: 'socket', documented: false })
  })
})

describe('a trusted proxy vouches for the nearest hop that is no proxy', () => {
  test.each([
    [documented, documented, true],
    ['1.2.3.4, 185.236.142.2', '185.236.142.2', true],
    ['185.236.142.2, 1.2.3.4', '1.2.3.4', false],
    ['185.236.142.2, 10.9.9.9', '185.236.142.2', true],
    ['::ffff:185.236.142.3', '185.236.142.3', true],
    ['2001:db9::1', '2001:db9::1', false],
    ['10.1.1.1, 10.2.2.2', '10.1.1.1', false],
  ])('X-Forwarded-For: %s', (value, ip, isDocumented) => {
    expect(source(proxy, 'x-forwarded-for', value)).toEqual({
      ip,
      via: 'forwarded',
      documented: isDocumented,
    })
  })

  test.each(['185.236.142.1:80', '185.236.142.01', 'unknown', '', 'evil', '185.236.142'])(
    'and nothing else: %j',
    (value) => {
      const said = source(proxy, 'X-Forwarded-For', value)
      expect(said).toEqual({ ip: proxy, via: 'socket', documented: false })
    },
  )

  test('over several header lines', () => {
    const said = source(proxy, 'X-Forwarded-For', documented, 'X-Forwarded-For', '1.2.3.4')
    expect(said).toMatchObject({ ip: '1.2.3.4' })
  })

  test.each([
    [`for=${documented};proto=https`, documented],
    [`for="${documented}"`, documented],
    ['for=1.2.3.4, For="[2001:db9::7]:4711"', '2001:db9::7'],
    ['for=_hidden', proxy],
    ['by=1.2.3.4', proxy],
  ])('Forwarded: %s', (value, ip) => {
    expect(source(proxy, 'Forwarded', value)).toMatchObject({ ip })
  })
})

test('what is no address cannot be trusted', () => {
  expect(() => createSourceReader(['localhost'])).toThrow('"localhost"')
  expect(() => createSourceReader(['10.0.0.0/99'])).toThrow()
})
