import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { METHODS } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../shared/operations.ts'
import { startApi, type RunningApi } from './testing/api.ts'
import { LiveClient } from './testing/live-client.ts'
import { eventually, talk } from './testing/raw-client.ts'

let webRoot = ''
const apis: RunningApi[] = []
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'binspect-outside-'))
  await mkdir(join(webRoot, 'assets'))
  await writeFile(join(webRoot, 'index.html'), '<html><script src="./assets/app.js"></script>')
  await writeFile(join(webRoot, 'assets/app.js'), 'hello()')
})
afterEach(async () => {
  for (const api of apis.splice(0)) await api.stop()
})
afterAll(() => rm(webRoot, { recursive: true }))

const url = 'https://calm-sea.trycloudflare.com'

/** The app with a capture listener, and a bin `shop`. */
async function start(outside = {}) {
  const api = await startApi({ webRoot, outside: { url: () => url, ...outside } })
  apis.push(api)
  const { key, bin } = await api.newBin({ id: 'shop' })
  const at = `http://127.0.0.1:${api.outsidePort}`
  return { ...api, key, bin, ask: (path: string, init: RequestInit = {}) => fetch(at + path, init) }
}

/** Every address of the control plane that there is, and some that somebody may try. */
const controlPaths = [
  ...new Set([
    ...Object.values(operations).map(({ path }) =>
      path.replace(':id', 'shop').replace(/:\w+/g, '1'),
    ),
    '/',
    '/events',
    '/share',
    '/icon.svg',
    '/favicon.ico',
    '/robots.txt',
    '/assets/app.js',
    '/index.html',
    '/api',
    '/api/bins/shop/live',
    '/bin/shop?inspect',
    '/bin/shop/a?x=1&inspect=1',
    '//api/health',
    '/%2e%2e/api/health',
    '/nothing',
  ]),
]

describe('at the capture listener', () => {
  test('every address of the control plane is 404, whatever the method, key and Host', async () => {
    const { outsidePort, port, key, captured } = await start()
    const headers = `Host: localhost:${port}\r\nAuthorization: Bearer ${key}\r\n\r\n`
    const statusesOf = async (methods: string[], path: string) => {
      const messages = methods.map((method) => `${method} ${path} HTTP/1.1\r\n${headers}`)
      const replies = await talk(outsidePort, messages.join(''), messages.length)
      return replies.map(({ status }) => status)
    }
    const others = METHODS.filter((method) => method !== 'CONNECT' && method !== 'HEAD')
    for (const path of controlPaths) {
      // Every other method captures there: that is no look.
      const methods = path.includes('inspect') ? ['GET'] : others
      expect([path, ...(await statusesOf(methods, path))]).toEqual([
        path,
        ...methods.map(() => 404),
      ])
      expect([path, ...(await statusesOf(['HEAD'], path))]).toEqual([path, 404])
    }
    expect(await captured('shop')).toEqual([])
  })

  test('so it is for absolute targets, and for live streams', async () => {
    const { outsidePort, port } = await start()
    const lines = `Host: localhost:${port}\r\nConnection: close\r\n\r\n`
    const absolute = `GET http://localhost:${port}/api/health HTTP/1.1\r\n${lines}`
    expect((await talk(outsidePort, absolute))[0]?.status).toBe(404)
    const live = new LiveClient(outsidePort, '/api/bins/shop/live')
    await live.until(() => live.refused !== null)
    expect(live.refused).toBe(404)
  })

  test('a person is told so in plain words, without a way to the page', async () => {
    const { ask } = await start()
    const answer = await ask('/bin/shop?inspect', { headers: { Accept: 'text/html' } })
    const text = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ])
    expect(text).toContain('They are looked at where the server runs.')
    expect(text).not.toContain('<a ')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('bins are sent to, whatever the Host, and a visitor learns no other address', async () => {
    const { ask, captured } = await start()
    const sent = await ask('/bin/shop/a?b=c', { method: 'PUT', body: 'x' })
    expect([sent.status, sent.headers.get('x-bin-seq')]).toEqual([200, '1'])
    const visit = await ask('/bin/shop', { headers: { Accept: 'text/html' } })
    expect(await visit.text()).toMatch(/captured(?!.*<a )/s)
    expect(await captured('shop')).toMatchObject([
      { method: 'PUT', target: '/bin/shop/a?b=c', flags: [] },
      { method: 'GET', flags: ['browserVisit'] },
    ])
    expect((await ask('/bin/no-such', { method: 'POST' })).status).toBe(404)
  })

  test('who visits a bin that is none is shown no way to a page that is not there', async () => {
    const { ask, port } = await start()
    const headers = { Accept: 'text/html', Host: `localhost:${port}` }
    const visit = await ask('/bin/no-such', { headers })
    expect(visit.status).toBe(404)
    expect(await visit.text()).toMatch(/There is no such bin(?!.*<a )/s)
  })

  test('the main listener has everything still', async () => {
    const { base } = await start()
    expect((await fetch(`${base}/api/health`)).status).toBe(200)
    expect((await fetch(`${base}/bin/shop?inspect`)).status).toBe(200)
  })
})

describe('its address', () => {
  test('is that of the bins, and of no page', async () => {
    const { bin, base, client, key } = await start()
    expect(bin.captureUrl).toBe(`${url}/bin/shop`)
    expect(bin.inspectUrl).toBe(`${base}/bin/shop?inspect`)
    const made = await client('createShare', { params: { id: 'shop' }, key, body: {} })
    expect(made.url).toMatch(new RegExp(`^${base}/share#`))
  })

  test('that changes is told to whoever looks', async () => {
    let now: string | null = null
    let changed = () => {}
    const watch = (action: () => void) => {
      changed = action
    }
    const { port } = await start({ url: () => now, watch })
    const live = new LiveClient(port, '/api/bins/shop/live')
    await live.until(() => live.frames.length > 0)
    now = url
    changed()
    await live.until(() => live.frames.length > 1)
    expect(live.frames).toMatchObject([
      { type: 'hello', bin: { captureUrl: `http://127.0.0.1:${port}/bin/shop` } },
      { type: 'bin', bin: { captureUrl: `${url}/bin/shop` } },
    ])
    await live.close()
  })

  test('may have a path, which the tunnel or proxy takes off or not', async () => {
    const { ask, captured } = await start({ url: () => 'https://hooks.example.com/in' })
    for (const path of ['/in/bin/shop/a', '/bin/shop/a']) await ask(path, { method: 'POST' })
    expect((await captured('shop')).map(({ target }) => target)).toEqual([
      '/bin/shop/a',
      '/bin/shop/a',
    ])
    expect((await ask('/in/api/health')).status).toBe(404)
    expect((await ask('/inside/bin/shop')).status).toBe(404)
  })
})

describe('whom a request is from', () => {
  const send = (api: Awaited<ReturnType<typeof start>>, forwarded: string) =>
    api.ask('/bin/shop', { method: 'POST', headers: { 'X-Forwarded-For': forwarded } })
  const sourceOf = async ({ client }: RunningApi, seq: number) =>
    (await client('readRequest', { params: { id: 'shop', seq } })).source

  test('says the tunnel that the server has started: what it has added, not what was sent', async () => {
    const api = await start({ believesPeer: true })
    await send(api, '185.236.142.1, 203.0.113.9')
    await send(api, '185.236.142.2')
    await send(api, 'unknown')
    const documented = { ip: '185.236.142.2', via: 'forwarded', documented: true }
    expect(await sourceOf(api, 1)).toEqual({
      ip: '203.0.113.9',
      via: 'forwarded',
      documented: false,
    })
    expect(await sourceOf(api, 2)).toEqual(documented)
    expect(await sourceOf(api, 3)).toMatchObject({ ip: '127.0.0.1', via: 'socket' })
    // At the main listener the same peer is nobody special.
    await api.capture('shop', '', { headers: { 'X-Forwarded-For': '185.236.142.2' } })
    expect(await sourceOf(api, 4)).toMatchObject({ ip: '127.0.0.1', via: 'socket' })
  })

  test('says nobody at a listener of which nobody is known', async () => {
    const api = await start()
    await send(api, '185.236.142.2')
    expect(await sourceOf(api, 1)).toMatchObject({ ip: '127.0.0.1', via: 'socket' })
  })
})

describe('with shares', () => {
  async function withShare() {
    const api = await start({ hasShares: true })
    const made = await api.client('createShare', { params: { id: 'shop' }, key: api.key, body: {} })
    const { host } = new URL(url)
    const { outsidePort } = api
    /** As it arrives through the tunnel. */
    const through = async (path: string, headers = '', method = 'GET') => {
      const lines = `Host: ${host}\r\nConnection: close\r\n${headers}\r\n`
      const [reply] = await talk(outsidePort, `${method} ${path} HTTP/1.1\r\n${lines}`)
      return reply ?? { status: 0, body: '', head: '' }
    }
    return { ...api, made, through, auth: `Authorization: Bearer ${made.token}\r\n` }
  }

  test('the link leads there, and the page of a share and its files are served', async () => {
    const { base, made, through } = await withShare()
    expect(made.url).toBe(`${url}/share#${made.token}`)
    const page = (await through('/share')).body
    expect(page).toContain('./assets/app.js')
    // So that it does not lead to a start page, which there is none of.
    expect(page).toContain('<html data-no-home>')
    expect(await (await fetch(`${base}/share`)).text()).toContain('<html>')
    expect((await through('/assets/app.js')).body).toBe('hello()')
    expect((await through('/robots.txt')).body).toContain('Disallow')
  })

  test('its token reads what it shows, live too', async () => {
    const api = await withShare()
    const { made, through, auth, outsidePort } = api
    await api.capture('shop', '{"email":"ann@example.com"}')
    const list = await through(`/api/bins/${made.share.id}/requests`, auth)
    expect(JSON.parse(list.body)).toMatchObject({ requests: [{ seq: 1 }] })
    expect(await through('/api/bins/shop/requests', auth)).toMatchObject({ status: 404 })
    const live = new LiveClient(outsidePort, `/api/bins/${made.share.id}/live`, {
      headers: { Host: new URL(url).host, Origin: url },
    })
    live.socket.once('open', () =>
      live.socket.send(JSON.stringify({ type: 'auth', token: made.token })),
    )
    await eventually(() => live.seqs.length === 1)
    await live.close()
  })

  test('everything else is 404 still, to who has an owner key as well', async () => {
    const { through, key } = await withShare()
    const shown = new Set(['/share', '/icon.svg', '/favicon.ico', '/robots.txt', '/assets/app.js'])
    for (const path of controlPaths.filter((each) => !shown.has(each))) {
      for (const headers of ['', `Authorization: Bearer ${key}\r\n`]) {
        expect([path, (await through(path, headers)).status]).toEqual([path, 404])
      }
    }
    expect((await through('/share', '', 'POST')).status).toBe(404)
  })

  test('a bin has no live stream there, known or not', async () => {
    const { outsidePort } = await withShare()
    for (const id of ['shop', 'no-such']) {
      const live = new LiveClient(outsidePort, `/api/bins/${id}/live`)
      await live.until(() => live.closed !== null)
      expect(live).toMatchObject({ closed: { code: 4404 }, frames: [] })
    }
  })

  test('other hosts, origins and sites are refused', async () => {
    const { ask, made, through, auth } = await withShare()
    const path = `/api/bins/${made.share.id}/requests`
    const headers = { Authorization: `Bearer ${made.token}` }
    expect((await ask(path, { headers })).status).toBe(200)
    expect((await through(path, `${auth}Origin: https://evil.example\r\n`)).status).toBe(403)
    expect((await through(path, `${auth}Sec-Fetch-Site: cross-site\r\n`)).status).toBe(403)
    const raw = `GET /share HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`
    expect((await talk(apis[0]?.outsidePort ?? 0, raw))[0]?.status).toBe(421)
  })
})
