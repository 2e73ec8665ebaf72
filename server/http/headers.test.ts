import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../shared/operations.ts'
import { startApi, type RunningApi } from '../testing/api.ts'

let api: RunningApi
let root: string
let bin: { id: string; key: string }
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'binspect-page-'))
  await mkdir(join(root, 'assets'))
  await writeFile(
    join(root, 'index.html'),
    '<!doctype html><script type="module" src="./assets/app-abc.js"></script><link href="./icon.svg">',
  )
  await writeFile(join(root, 'assets/app-abc.js'), 'hello()')
  await writeFile(join(root, 'icon.svg'), '<svg/>')
  api = await startApi({ webRoot: root })
  bin = await api.newBin()
  await api.capture(bin.id, '<script>alert(1)</script>', {
    headers: { 'Content-Type': 'text/html' },
  })
})
afterAll(async () => {
  await api.stop()
  await rm(root, { recursive: true })
})

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types binspect-worker',
]

function expectSecured(answer: Response) {
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  })
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(answer.headers.has('set-cookie')).toBe(false)
  expect(answer.headers.has('x-powered-by')).toBe(false)
}

const addresses = Object.entries(operations).map(([name, { method, path }]) => {
  const address = path.replace(':seq', '1').replace(':trigger', 'new-sale')
  return [name, method, address] as const
})

describe('every answer carries the security headers', () => {
  test.each(addresses)('of %s: %s %s', async (name, method, path) => {
    const query = name === 'exportRequests' ? '?format=har' : '?timeout=0'
    const found = await api.ask(path.replace(':id', bin.id) + query, { method })
    const missing = await api.ask(path.replace(':id', 'no-such-bin'), { method })
    const wrongMethod = await api.ask(path, { method: 'PUT' })
    const page = await api.ask(path, { method: 'PUT', headers: { Accept: 'text/html' } })
    for (const answer of [found, missing, wrongMethod, page]) {
      expectSecured(answer)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      await answer.arrayBuffer()
    }
    expect([wrongMethod.status, page.status]).toEqual([405, 405])
    expect(wrongMethod.headers.get('allow')).toContain(method)
  })

  test.each([
    '/',
    '/events',
    '/robots.txt',
    '/favicon.ico',
    '/icon.svg',
    '/nothing',
    '/%zz',
    '/api',
  ])('of %s', async (path) => {
    const answer = await api.ask(path)
    expectSecured(answer)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('of what is refused', async () => {
    const headers = { Origin: 'https://evil.example' }
    expectSecured(await api.ask('/', { headers }))
  })

  test('of a page, with the whole policy', async () => {
    const answer = await api.ask('/')
    expect(answer.headers.get('content-security-policy')?.split('; ')).toEqual(policy)
  })
})

test('only hashed files are kept by caches', async () => {
  const answer = await api.ask('/assets/app-abc.js')
  expectSecured(answer)
  expect(await answer.text()).toBe('hello()')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
  })
})

describe('the page', () => {
  test.each([
    ['/', './assets/app-abc.js'],
    ['/events', './assets/app-abc.js'],
    ['/bin/:id?inspect', '../assets/app-abc.js'],
    ['/bin/:id/a/b?inspect=1', '../../../assets/app-abc.js'],
  ])('at %s finds its files', async (path, file) => {
    const address = path.replace(':id', bin.id)
    const answer = await api.ask(address, { headers: { Accept: 'text/html' } })
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await answer.text()).toContain(`src="${file}"`)
    expect(new URL(file, `http://x${address}`).pathname).toBe('/assets/app-abc.js')
  })

  test('is not found at an unknown bin, and says so to people', async () => {
    const answer = await api.ask('/bin/no-such-bin?inspect', { headers: { Accept: 'text/html' } })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('There is no such bin')
  })

  test.each(['/../package.json', '/assets/..%2findex.html', '/assets/', '/index.html'])(
    'has nothing at %s',
    async (path) => {
      expect((await api.ask(path)).status).toBe(404)
    },
  )

  test('is read only', async () => {
    const answer = await api.ask('/', { method: 'POST' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

test.each(['body', 'body?decoded', 'http', 'export'])(
  'what a sender wrote is never a page of this server: %s',
  async (path) => {
    const place = path === 'export' ? 'export?format=json' : `requests/1/${path}`
    const answer = await api.ask(`/api/bins/${bin.id}/${place}`)
    expectSecured(answer)
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox;/)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
    expect(answer.headers.get('content-type')).not.toContain('html')
  },
)

test('crawlers are asked to stay away', async () => {
  expect(await (await api.ask('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n')
})

test('HEAD tells what GET would', async () => {
  const paths = [`/api/bins/${bin.id}`, `/api/bins/${bin.id}/requests/1/body`, '/', '/api/nothing']
  for (const path of paths) {
    const get = await api.ask(path)
    const head = await api.ask(path, { method: 'HEAD' })
    expect(head.status).toBe(get.status)
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
    expect(await head.text()).toBe('')
  }
})
