import { beforeEach, describe, expect, test } from 'vitest'
import { talk } from './testing/raw-client.ts'
import { appForTests, startApp } from './testing/start.ts'

const app = appForTests()
let count = 0
beforeEach(() => {
  count += 1
})

const addBin = (reply: unknown) => app.addBin(`browser-${count}`, reply)
const requestTo = (bin: string, more = '', method = 'POST') =>
  `${method} /bin/${bin} HTTP/1.1\r\nHost: x\r\n${more}\r\n`
const send = (bin: string, more = '', method = 'POST') =>
  talk(app.port, requestTo(bin, more, method))

describe('a browser', () => {
  const accept = 'Accept: text/html,*/*;q=0.8\r\n'

  test('that visits the capture URL gets a page with the inspect link, and is flagged', async () => {
    const bin = await addBin({})
    const [reply] = await send(bin, accept, 'GET')
    expect(reply?.head).toMatch(/^content-type: text\/html; charset=utf-8$/im)
    expect(reply?.head).not.toMatch(/^location/im)
    expect(reply?.body).toContain(`href="/bin/${bin}?inspect"`)
    expect(reply?.body).not.toContain('<script')
    expect(await app.captured(bin)).toMatchObject([{ flags: ['browserVisit'] }])
  })

  test('gets what the bin says, where it says something', async () => {
    const bin = await addBin({ body: 'mine' })
    expect(await send(bin, accept, 'GET')).toMatchObject([{ body: 'mine' }])
    expect(await app.captured(bin)).toMatchObject([{ flags: ['browserVisit'] }])
  })

  test('is none that posts, or that accepts anything', async () => {
    const bin = await addBin({})
    await send(bin, accept)
    await send(bin, 'Accept: */*\r\n', 'GET')
    expect((await app.captured(bin)).map((request) => request.flags)).toEqual([[], []])
  })

  test('finds the link behind a proxy that adds a path', async () => {
    const proxied = await startApp({ publicUrl: 'https://example.com/hooks' })
    await proxied.addBin('behind')
    const [reply] = await talk(proxied.port, requestTo('behind', accept, 'GET'))
    expect(reply?.body).toContain('href="/hooks/bin/behind?inspect"')
    await proxied.stop()
  })
})

describe('CORS', () => {
  const preflight =
    'Origin: https://a.example\r\nAccess-Control-Request-Method: PUT\r\n' +
    'Access-Control-Request-Headers: x-a, content-type\r\n'

  test('switched on, answers preflights and captures them', async () => {
    const bin = await addBin({ cors: true, delay: 5, sequence: [500] })
    const [reply] = await send(bin, preflight, 'OPTIONS')
    expect(reply?.status).toBe(204)
    expect(reply?.head).toMatch(/^access-control-allow-origin: https:\/\/a\.example$/im)
    expect(reply?.head).toMatch(/^access-control-allow-methods: PUT, /im)
    expect(reply?.head).toMatch(/^access-control-allow-headers: x-a, content-type$/im)
    expect(await app.captured(bin)).toMatchObject([
      { method: 'OPTIONS', flags: ['preflight'], reply: { status: 204, delay: 0 } },
    ])
    // The sequence is for the request that follows.
    expect(await send(bin, 'Origin: https://a.example\r\n')).toMatchObject([{ status: 500 }])
  })

  test('switched on, lets every page read the reply', async () => {
    const bin = await addBin({ cors: true })
    const [named] = await send(bin, 'Origin: https://a.example\r\n')
    expect(named?.head).toMatch(/^access-control-allow-origin: https:\/\/a\.example$/im)
    expect(named?.head).toMatch(/^vary: origin$/im)
    const [unnamed] = await send(bin)
    expect(unnamed?.head).toMatch(/^access-control-allow-origin: \*$/im)
  })

  test('switched off, says nothing', async () => {
    const bin = await addBin({})
    const [reply] = await send(bin, preflight, 'OPTIONS')
    expect(reply).toMatchObject({ status: 200, body: 'ok\n' })
    expect(reply?.head).not.toMatch(/^access-control/im)
    expect(await app.captured(bin)).toMatchObject([{ flags: [] }])
  })
})

describe('the inspect link', () => {
  test('is never captured when looked at, and always when written to', async () => {
    const bin = await addBin({})
    for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS']) {
      await talk(
        app.port,
        `${method} /bin/${bin}?inspect HTTP/1.1\r\nHost: localhost:${app.port}\r\n\r\n`,
      )
    }
    const kept = (await app.captured(bin)).map(({ method, flags }) => [method, ...flags])
    expect(kept).toEqual([
      ['POST', 'sentToInspectLink'],
      ['DELETE', 'sentToInspectLink'],
      ['OPTIONS', 'sentToInspectLink'],
    ])
  })
})
