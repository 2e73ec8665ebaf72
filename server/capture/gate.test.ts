import { describe, expect, test } from 'vitest'
import { routeOf } from './gate.ts'

const capture = (bin: string, inspect = false) => ({ plane: 'capture', bin, inspect })
const control = { plane: 'control' }

describe('the plane of a target', () => {
  test.each([
    ['/bin/abc', capture('abc')],
    ['/bin/abc/', capture('abc')],
    ['/bin/abc/hook/x', capture('abc')],
    ['/bin/abc?a=b', capture('abc')],
    ['/bin/abc#frag', capture('abc')],
    ['/bin/abc/../x', capture('abc')],
    ['/bin/abc//', capture('abc')],
    ['/bin/abc/%zz', capture('abc')],
    ['/bin/abc?x=/bin/def', capture('abc')],
    ['http://host/bin/abc', capture('abc')],
    ['http://host:80/bin/abc?x', capture('abc')],
    ['HTTPS://host/bin/abc', capture('abc')],
    // None of these is the id of a bin: they are looked up as they stand, and not found.
    ['/bin/a%2fb', capture('a%2fb')],
    ['/bin/..%2f..%2fetc', capture('..%2f..%2fetc')],
    ['/bin/%2e%2e', capture('%2e%2e')],
    ['/bin/../etc', capture('..')],
    ['/bin/%00', capture('%00')],
    ['/bin/a\\b', capture('a\\b')],
    ['/bin/__proto__', capture('__proto__')],
    ['/bin/constructor', capture('constructor')],
    ['/bin/abc;x', capture('abc;x')],
    ['/bin/', capture('')],
    ['/bin//abc', capture('')],
    ['/bin/?x', capture('')],
    ['/bin', control],
    ['/bin?x', control],
    ['/', control],
    ['', control],
    ['*', control],
    ['/BIN/abc', control],
    ['/Bin/abc', control],
    ['//bin/abc', control],
    ['//evil/bin/abc', control],
    ['/x/bin/abc', control],
    ['/./bin/abc', control],
    ['/%62in/abc', control],
    ['bin/abc', control],
    ['/api/bins', control],
    ['/binx/abc', control],
    ['http://host', control],
    ['http://host?/bin/abc', control],
    ['http://host#/bin/abc', control],
    ['http:/bin/abc', control],
    ['http://host//bin/abc', control],
    ['host:80/bin/abc', control],
  ])('%s', (target, route) => {
    expect(routeOf('POST', target)).toEqual(route)
  })
})

describe('a visit to look', () => {
  test.each([
    '?inspect',
    '?inspect=',
    '?inspect=1',
    '?a=b&inspect',
    '?inspect&utm_source=x',
    '?&inspect',
    '/suffix?inspect',
    '?inspect#top',
  ])('%s', (rest) => {
    const target = `/bin/abc${rest}`
    expect(routeOf('GET', target)).toEqual({ plane: 'inspect', bin: 'abc' })
    expect(routeOf('HEAD', target)).toEqual({ plane: 'inspect', bin: 'abc' })
    expect(routeOf('POST', target)).toEqual(capture('abc', true))
    expect(routeOf('OPTIONS', target)).toEqual(capture('abc', true))
  })

  test.each([
    '?inspector',
    '?Inspect',
    '?x=inspect',
    '?xinspect',
    '?%69nspect',
    '/inspect',
    '#?inspect',
    '?a#&inspect',
    '/x/inspect=1',
    '?a?inspect',
    '?a;inspect',
  ])('is not %s', (rest) => {
    expect(routeOf('GET', `/bin/abc${rest}`)).toEqual(capture('abc'))
  })

  test('reads the path of an absolute target', () => {
    expect(routeOf('GET', 'http://host/bin/abc?inspect')).toEqual({ plane: 'inspect', bin: 'abc' })
    expect(routeOf('GET', 'http://host/?inspect')).toEqual(control)
  })
})
