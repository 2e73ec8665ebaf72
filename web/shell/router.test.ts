import { describe, expect, it } from 'vitest'
import {
  comparing,
  createRouter,
  formatRoute,
  parseRoute,
  type Browser,
  type Route,
} from './router.ts'

describe('parseRoute', () => {
  it.each<[string, string, Route]>([
    ['', '', { page: 'home' }],
    ['events', '', { page: 'events' }],
    ['bin/abc', '?inspect', { page: 'bin', id: 'abc', seq: null, tab: 'body', q: '' }],
    ['bin/abc/', '?inspect=1', { page: 'bin', id: 'abc', seq: null, tab: 'body', q: '' }],
    [
      'bin/abc',
      '?inspect&seq=12&tab=headers&q=is%3Apinned',
      { page: 'bin', id: 'abc', seq: 12, tab: 'headers', q: 'is:pinned' },
    ],
    ['bin/abc', '?seq=0&tab=nope', { page: 'bin', id: 'abc', seq: null, tab: 'body', q: '' }],
    [
      'bin/abc',
      '?inspect&view=fields&trigger=new-sale',
      { page: 'bin', id: 'abc', seq: null, tab: 'body', q: '', fields: 'new-sale' },
    ],
    [
      'bin/abc',
      '?inspect&view=compare&of=3,7,9',
      {
        page: 'bin',
        id: 'abc',
        seq: null,
        tab: 'body',
        q: '',
        aside: { view: 'compare', seqs: [3, 7] },
      },
    ],
    [
      'bin/abc',
      '?inspect&view=contacts&q=x',
      { page: 'bin', id: 'abc', seq: null, tab: 'body', q: 'x', aside: { view: 'contacts' } },
    ],
    [
      'bin/abc',
      '?inspect&view=series&of=3,x,3',
      { page: 'bin', id: 'abc', seq: null, tab: 'body', q: '' },
    ],
    ['bin/abc', '?view=fields&seq=2', { page: 'bin', id: 'abc', seq: 2, tab: 'body', q: '' }],
    ['bin/%zz', '', { page: 'bin', id: '%zz', seq: null, tab: 'body', q: '' }],
    ['bin', '', { page: 'unknown' }],
    ['bin/abc/hook', '?inspect', { page: 'bin', id: 'abc', seq: null, tab: 'body', q: '' }],
    ['nowhere', '', { page: 'unknown' }],
  ])('reads /%s%s', (path, search, route) => {
    expect(parseRoute(path, search)).toEqual(route)
  })
})

describe('formatRoute', () => {
  it('writes an address that reads back the same', () => {
    const route = { page: 'bin', id: 'a b', seq: 3, tab: 'raw', q: 'a&b "ü"' } as const
    const [path = '', search] = formatRoute(route).split('?')
    expect(parseRoute(path, search ?? '')).toEqual(route)
  })

  it('writes which requests are beside each other', () => {
    const route = { page: 'bin', id: 'abc', seq: 2, tab: 'body', q: '' } as const
    expect(formatRoute(comparing(route, [3, 7]))).toBe('bin/abc?inspect&view=compare&of=3,7')
    expect(formatRoute(comparing(route, [3, 7, 9]))).toBe('bin/abc?inspect&view=series&of=3,7,9')
  })

  it('writes the fields of an event, unless a request is open', () => {
    const route = { page: 'bin', id: 'abc', seq: null, tab: 'body', q: 'x', fields: 'a&b' } as const
    expect(formatRoute(route)).toBe('bin/abc?inspect&view=fields&trigger=a%26b&q=x')
    expect(formatRoute({ ...route, fields: '' })).toBe('bin/abc?inspect&view=fields&q=x')
    expect(formatRoute({ ...route, seq: 3 })).toBe('bin/abc?inspect&seq=3&q=x')
  })

  it('leaves out what goes without saying', () => {
    const route = { page: 'bin', id: 'abc', seq: null, tab: 'raw', q: '' } as const
    expect(formatRoute(route)).toBe('bin/abc?inspect')
    expect(formatRoute({ page: 'home' })).toBe('')
  })
})

describe('createRouter', () => {
  it('goes forward, back, and replaces, under the path where the page is served', () => {
    const browser = fakeBrowser('http://host/sub/bin/abc?inspect')
    const router = createRouter(browser, new URL('http://host/sub/'))
    const seen: string[] = []
    router.subscribe(() => seen.push(router.get().page))

    router.go({ page: 'events' })
    expect(browser.location.href).toBe('http://host/sub/events')
    router.go({ page: 'home' }, { replace: true })
    expect(browser.location.href).toBe('http://host/sub/')
    browser.back()
    expect(router.get()).toMatchObject({ page: 'bin', id: 'abc' })
    expect(seen).toEqual(['events', 'home', 'bin'])
  })
})

function fakeBrowser(first: string): Browser & { back(): void } {
  const entries = [first]
  let listener = () => {}
  const location = { href: first }
  const show = () => (location.href = entries.at(-1) ?? '')
  const resolve = (url?: string | URL | null) => new URL(url ?? '', location.href).href
  return {
    location,
    history: {
      pushState: (_, __, url) => {
        entries.push(resolve(url))
        show()
      },
      replaceState: (_, __, url) => {
        entries.splice(-1, 1, resolve(url))
        show()
      },
    },
    addEventListener: (_, call) => (listener = call),
    back() {
      entries.pop()
      show()
      listener()
    },
  }
}
