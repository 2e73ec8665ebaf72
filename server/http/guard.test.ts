import { describe, expect, test } from 'vitest'
import { apiForTests, type RunningApi } from '../testing/api.ts'
import { talk } from '../testing/raw-client.ts'

const api = apiForTests()

const get = (target: string, ...headers: string[]) =>
  talk(api.port, `GET ${target} HTTP/1.1\r\n${headers.map((each) => `${each}\r\n`).join('')}\r\n`)
const ours = () => `Host: localhost:${api.port}`

describe('a foreign host', () => {
  const hosts = [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'localhost:1',
    'localhost',
    'evil.example:5050',
  ]

  test.each(hosts)('%s is told nothing', async (host) => {
    for (const target of ['/', '/api/health', '/api/events', '/robots.txt', '/nothing']) {
      const [reply] = await get(target, `Host: ${host}`)
      expect(reply).toMatchObject({
        status: 421,
        body: expect.stringContaining('host-not-allowed'),
      })
    }
  })

  test.each(hosts)('%s does not get to see a bin, but may send to it', async (host) => {
    const { id } = await api.newBin()
    const [page] = await get(`/bin/${id}?inspect`, `Host: ${host}`)
    const [capture] = await get(`/bin/${id}`, `Host: ${host}`)
    expect([page?.status, capture?.status]).toEqual([421, 200])
  })

  test('beside a good one is refused', async () => {
    const [reply] = await get('/api/health', ours(), 'Host: evil.example')
    const [twice] = await get('/api/health', ours(), ours())
    expect([reply?.status, twice?.status]).toEqual([421, 421])
  })

  test('in an absolute target is refused', async () => {
    const [bad] = await get('http://evil.example/api/health', ours())
    const [good] = await get(`http://localhost:${api.port}/api/health`, ours())
    expect([bad?.status, good?.status]).toEqual([421, 200])
  })

  test('is missing in HTTP/1.0, and refused', async () => {
    const [reply] = await talk(api.port, 'GET /api/health HTTP/1.0\r\n\r\n')
    expect(reply).toMatchObject({ status: 421 })
  })

  test('with a dot at its end is still this host', async () => {
    const [reply] = await get('/api/health', `Host: LOCALHOST.:${api.port}`)
    expect(reply).toMatchObject({ status: 200 })
  })
})

describe('another site', () => {
  const json = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }
  const withHeader = (name: string, value: string) => ({
    ...json,
    headers: { ...json.headers, [name]: value },
  })
  const post = async (init: Parameters<RunningApi['ask']>[1]) => {
    const before = api.store.bins.list().length
    const answer = await api.ask('/api/bins', init)
    return { answer, made: api.store.bins.list().length - before }
  }

  test.each(['https://evil.example', 'null', 'http://localhost:1', 'http://localhost'])(
    'with the origin %s changes nothing',
    async (origin) => {
      const { answer, made } = await post(withHeader('Origin', origin))
      expect([answer.status, made]).toEqual([403, 0])
      expect(await answer.json()).toMatchObject({ code: 'origin-not-allowed' })
    },
  )

  test('reads nothing either', async () => {
    const headers = { Origin: 'https://evil.example' }
    const answer = await api.ask('/api/events', { headers })
    expect(answer.status).toBe(403)
  })

  test.each(['cross-site', 'same-site'])(
    'known by Sec-Fetch-Site: %s changes nothing',
    async (site) => {
      const { answer, made } = await post(withHeader('Sec-Fetch-Site', site))
      expect([answer.status, made]).toEqual([403, 0])
      expect(await answer.json()).toMatchObject({ code: 'cross-site-request' })
    },
  )

  test('that only links here is followed', async () => {
    const site = 'Sec-Fetch-Site: cross-site'
    const [link] = await get('/api/health', ours(), site, 'Sec-Fetch-Mode: navigate')
    const [image] = await get('/api/health', ours(), site, 'Sec-Fetch-Mode: no-cors')
    const form = ['Sec-Fetch-Mode: navigate', 'Content-Type: application/json'].join('\r\n')
    const [posted] = await talk(
      api.port,
      `POST /api/bins HTTP/1.1\r\n${ours()}\r\n${site}\r\n${form}\r\nContent-Length: 2\r\n\r\n{}`,
    )
    expect([link?.status, image?.status, posted?.status]).toEqual([200, 403, 403])
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
  ])('with a form of type %s changes nothing', async (type) => {
    for (const body of ['{}', '']) {
      const { answer, made } = await post({
        method: 'POST',
        body,
        headers: { 'Content-Type': type },
      })
      expect([answer.status, made]).toEqual([403, 0])
      expect(await answer.json()).toMatchObject({ code: 'content-type-not-allowed' })
    }
  })

  test('with a body of no type changes nothing', async () => {
    const { length } = api.store.bins.list()
    const [reply] = await talk(
      api.port,
      `POST /api/bins HTTP/1.1\r\n${ours()}\r\nContent-Length: 2\r\n\r\n{}`,
    )
    expect(reply).toMatchObject({ status: 403 })
    expect(api.store.bins.list()).toHaveLength(length)
  })

  test('is never let in by CORS', async () => {
    const headers = {
      Origin: `http://localhost:${api.port}`,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type, authorization',
    }
    for (const origin of [headers.Origin, 'https://evil.example']) {
      const answers = await Promise.all([
        api.ask('/api/bins', { method: 'OPTIONS', headers: { ...headers, Origin: origin } }),
        api.ask('/api/health', { headers: { Origin: origin } }),
      ])
      const names = answers.flatMap((answer) => [...answer.headers.keys()])
      expect(names.filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

test('the page of this server may do everything', async () => {
  const headers = {
    Origin: `http://127.0.0.1:${api.port}`,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json; charset=utf-8',
  }
  expect((await api.ask('/api/bins', { method: 'POST', body: '{}', headers })).status).toBe(201)
})

test.each([
  '//evil.example/%2f..',
  '/\\evil.example',
  '//evil.example',
  '/https:%2f%2fevil.example',
])('the address %s leads nowhere else', async (target) => {
  const [reply] = await get(target, ours(), 'X-Forwarded-Host: evil.example')
  expect(reply).toMatchObject({ status: 404 })
  expect(reply?.head).not.toMatch(/^location:/im)
  expect(reply?.body).not.toContain('evil.example')
})

test.each(['*', '*x', '*?x'])('the target %s, which has no path, is not found', async (target) => {
  const [own] = await get(target, ours())
  const [page] = await get(target, ours(), 'Accept: text/html')
  const [foreign] = await get(target, 'Host: evil.example', 'Accept: text/html')
  expect([own?.status, page?.status, foreign?.status]).toEqual([404, 404, 421])
})

test('a forged host never reaches the addresses that are shown', async () => {
  const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' }
  const answer = await api.ask('/api/bins', { method: 'POST', headers })
  expect(await answer.text()).not.toContain('evil.example')
})
