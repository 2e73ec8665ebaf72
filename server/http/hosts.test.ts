import { describe, expect, test } from 'vitest'
import { createHostRule } from './hosts.ts'

const plain = { host: '127.0.0.1', publicUrl: null, allowedHosts: [] }
const rule = (config: Partial<Parameters<typeof createHostRule>[0]> = {}, port = 5050) =>
  createHostRule({ ...plain, ...config }, () => ({ port }))

describe('a host is allowed', () => {
  test.each([
    'localhost:5050',
    'LOCALHOST:5050',
    'localhost.:5050',
    '127.0.0.1:5050',
    '[::1]:5050',
  ])('on the loopback: %s', (host) => expect(rule().allowsHost(host, '127.0.0.1')).toBe(true))

  test('without its port only on port 80', () => {
    expect(rule({}, 80).allowsHost('localhost', undefined)).toBe(true)
    expect(rule().allowsHost('localhost', undefined)).toBe(false)
  })

  test('at the address it is bound to, or that the connection came in at', () => {
    expect(rule({ host: '192.0.2.7' }).allowsHost('192.0.2.7:5050', undefined)).toBe(true)
    expect(rule({ host: 'box.local' }).allowsHost('box.local:5050', undefined)).toBe(true)
    expect(rule({ host: '0.0.0.0' }).allowsHost('192.0.2.7:5050', '192.0.2.7')).toBe(true)
    expect(rule({ host: '::' }).allowsHost('192.0.2.7:5050', '::ffff:192.0.2.7')).toBe(true)
    expect(rule({ host: '::' }).allowsHost('[2001:db8::7]:5050', '2001:db8::7')).toBe(true)
    expect(rule({ host: '0.0.0.0' }).allowsHost('192.0.2.8:5050', '192.0.2.7')).toBe(false)
  })

  test('under the public URL', () => {
    const tunnelled = rule({ publicUrl: 'https://hooks.example/base' })
    expect(tunnelled.allowsHost('hooks.example', undefined)).toBe(true)
    expect(tunnelled.allowsHost('hooks.example:443', undefined)).toBe(true)
    expect(tunnelled.allowsHost('hooks.example:80', undefined)).toBe(false)
    expect(rule({ publicUrl: 'http://h.example:81' }).allowsHost('h.example:81', undefined)).toBe(
      true,
    )
  })

  test('where it was allowed at start, at any port unless one was named', () => {
    const named = rule({ allowedHosts: ['box.example', 'other.example:99'] })
    expect(named.allowsHost('box.example', undefined)).toBe(true)
    expect(named.allowsHost('box.example:8080', undefined)).toBe(true)
    expect(named.allowsHost('other.example:99', undefined)).toBe(true)
    expect(named.allowsHost('other.example', undefined)).toBe(false)
  })
})

test.each([
  '',
  'evil.example',
  'evil.example:5050',
  'localhost.evil.example:5050',
  '127.0.0.1.evil.example:5050',
  'localhost:1',
  'localhost:50500',
  'localhost:5050@evil.example',
  'evil.example#localhost:5050',
  'localhost:5050 evil.example',
  'localhost..:5050',
  '127.1:5050',
  '2130706433:5050',
  '[::ffff:127.0.0.1]:5050',
  '[::1:5050',
])('the host %j is refused', (host) => {
  expect(rule().allowsHost(host, '127.0.0.1')).toBe(false)
})

describe('an origin', () => {
  const allows = (origin: string, config = {}) =>
    rule(config).allowsOrigin(origin, 'box.example', '127.0.0.1')

  test.each(['http://localhost:5050', 'http://127.0.0.1:5050', 'http://[::1]:5050'])(
    'of this server is allowed: %s',
    (origin) => expect(allows(origin)).toBe(true),
  )

  test.each([
    'null',
    '',
    'https://localhost:5050',
    'http://localhost',
    'http://localhost:5051',
    'http://localhost:5050.evil.example',
    'http://evil.example',
    'http://localhost:5050/',
    'http://user@localhost:5050',
    'ws://localhost:5050',
    'localhost:5050',
  ])('of anybody else is refused: %j', (origin) => expect(allows(origin)).toBe(false))

  test('of the public URL is allowed, whole', () => {
    const config = { publicUrl: 'https://hooks.example/base' }
    expect(allows('https://hooks.example', config)).toBe(true)
    expect(allows('http://hooks.example', config)).toBe(false)
    expect(allows('https://hooks.example:8443', config)).toBe(false)
  })

  test('of a name allowed at start is the one the request went to', () => {
    const config = { allowedHosts: ['box.example'] }
    expect(allows('https://box.example', config)).toBe(true)
    expect(allows('http://box.example', config)).toBe(true)
    expect(allows('http://box.example:9999', config)).toBe(false)
  })
})
