import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBase } from './http/target.ts'
import { startApi, type RunningApi } from './testing/api.ts'
import { LiveClient } from './testing/live-client.ts'
import { talk } from './testing/raw-client.ts'

/** Under `/hooks/` of a host, with a proxy in front that takes this path off, or does not. */

const shown = 'https://example.com/hooks'
let webRoot = ''
let api: RunningApi
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'binspect-base-'))
  await writeFile(join(webRoot, 'index.html'), '<script src="./assets/app.js"></script>')
  api = await startApi({ webRoot, publicUrl: shown })
})
afterAll(async () => {
  await api.stop()
  await rm(webRoot, { recursive: true })
})

async function get(target: string, headers = '', method = 'GET') {
  const lines = `Host: example.com\r\nConnection: close\r\n${headers}\r\n`
  const [reply] = await talk(api.port, `${method} ${target} HTTP/1.1\r\n${lines}`)
  return reply ?? { status: 0, head: '', body: '' }
}

const html = 'Accept: text/html\r\n'

describe.each([
  ['a proxy that takes the path off', ''],
  ['a proxy that does not', '/hooks'],
])('behind %s', (_, base) => {
  test('what is sent to a bin is kept, its target seen from that path', async () => {
    const { id, bin } = await api.newBin()
    expect(bin).toMatchObject({
      captureUrl: `${shown}/bin/${id}`,
      inspectUrl: `${shown}/bin/${id}?inspect`,
    })
    expect((await get(`${base}/bin/${id}/a%2f..//b?c`, '', 'PUT')).status).toBe(200)
    const detail = await api.client('readRequest', { params: { id, seq: 1 } })
    const path = `/bin/${id}/a%2f..//b`
    expect(detail).toMatchObject({ path, target: `${path}?c`, suffix: '/a%2f..//b' })
    const visit = await get(`${base}/bin/${id}`, html)
    expect(visit.body).toContain(`href="/hooks/bin/${id}?inspect"`)
  })

  test('the page finds its files, and its way home', async () => {
    const { id } = await api.newBin()
    for (const path of ['/', '/events', `/bin/${id}?inspect`, `/bin/${id}/a/b?inspect`]) {
      const page = await get(base + path, html)
      const file = /src="([^"]+)"/.exec(page.body)?.[1] ?? ''
      const seen = new URL(file, `https://example.com/hooks${path}`)
      expect(seen.pathname).toBe('/hooks/assets/app.js')
    }
    const lost = await get(`${base}/no/such/page`, html)
    const home = /href="([^"]+)"/.exec(lost.body)?.[1] ?? ''
    expect(new URL(home, 'https://example.com/hooks/no/such/page').pathname).toBe('/hooks/')
  })

  test('the API answers, and the live stream', async () => {
    const { id } = await api.newBin()
    expect((await get(`${base}/api/bins/${id}`)).status).toBe(200)
    expect((await get(`${base}/bin/${id}?inspect`, 'Accept: application/json\r\n')).status).toBe(
      200,
    )
    const headers = { Host: 'example.com', Origin: 'https://example.com' }
    const live = new LiveClient(api.port, `${base}/api/bins/${id}/live`, { headers })
    await live.until(() => live.frames.length > 0)
    await live.close()
  })
})

test('the path without its slash leads to the one with it', async () => {
  const answer = await get('/hooks')
  expect(answer.status).toBe(308)
  expect(answer.head).toMatch(/^location: \/hooks\/$/im)
  expect((await get('/hooks?a=b')).head).toMatch(/^location: \/hooks\/\?a=b$/im)
})

test('a path that only begins alike is another', async () => {
  const { id } = await api.newBin()
  expect((await get(`/hooksmith/bin/${id}`)).status).toBe(404)
  expect((await get(`/hooks/hooks/bin/${id}`)).status).toBe(404)
})

test.each([
  ['/a/bin/x?y', '/a', '/bin/x?y'],
  ['/a', '/a', ''],
  ['/a?y', '/a', '?y'],
  ['/ab/bin/x', '/a', '/ab/bin/x'],
  ['/bin/x', '/a', '/bin/x'],
  ['http://h/a/bin/x', '/a', 'http://h/bin/x'],
  ['http://h/bin/x', '/a', 'http://h/bin/x'],
  ['*', '/a', '*'],
  ['/bin/x', '', '/bin/x'],
])('%s under %j is %s', (target, base, seen) => expect(withoutBase(target, base)).toBe(seen))
