import { beforeEach, describe, expect, test } from 'vitest'
import { talk } from './testing/raw-client.ts'
import { appForTests } from './testing/start.ts'

const app = appForTests()
let bin = ''
let count = 0
beforeEach(async () => {
  count += 1
  bin = await app.addBin(`known-${count}`)
})

/** Sends a request whose first line names the bin as `{bin}`. */
const send = (message: string, replies = 1) =>
  talk(app.port, message.replaceAll('{bin}', bin), replies)
const statusesOf = async (message: string, replies = 1) =>
  (await send(message, replies)).map((reply) => reply.status)

describe('no bin', () => {
  test.each([
    '/bin/nix',
    '/bin/__proto__',
    '/bin/constructor',
    '/bin/a%2fb',
    '/bin/..%2f..%2fetc',
    '/bin/',
    '/bin/%00',
  ])('%s: 404, in the same words for all', async (target) => {
    const [reply] = await talk(
      app.port,
      `POST ${target} HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na`,
    )
    const [other] = await talk(
      app.port,
      'POST /bin/other HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na',
    )
    expect(reply).toMatchObject({ status: 404, body: other?.body })
    expect(JSON.parse(reply?.body ?? '')).toMatchObject({ code: 'bin-not-found', status: 404 })
  })

  test('a browser gets a page that says what to do', async () => {
    const [reply] = await talk(
      app.port,
      'GET /bin/nix HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n\r\n',
    )
    expect(reply).toMatchObject({
      status: 404,
      body: expect.stringContaining('There is no such bin'),
    })
    expect(reply?.head).toMatch(/^content-security-policy: sandbox;/im)
  })

  test.each([
    ['localhost', '/bin/nix', '../'],
    ['localhost', '/bin/nix/a/b?x=/y', '../../../'],
    ['localhost', '/bin/', '../'],
    ['evil.example', '/bin/nix', null],
  ])('at %s%s, the page links to the start page where there is one', async (host, path, link) => {
    const lines = `Host: ${host}:${app.port}\r\nAccept: text/html\r\n\r\n`
    const [reply] = await talk(app.port, `GET ${path} HTTP/1.1\r\n${lines}`)
    const found = /<a href="([^"]*)">Start page<\/a>/.exec(reply?.body ?? '')
    expect([reply?.status, found?.[1] ?? null]).toEqual([404, link])
  })

  test.each(['//bin/{bin}', '//evil/bin/{bin}', '/BIN/{bin}', '/x/bin/{bin}'])(
    '%s belongs to the control plane',
    async (target) => {
      const [reply] = await send(`POST ${target} HTTP/1.1\r\nHost: localhost:${app.port}\r\n\r\n`)
      expect(reply?.status).toBe(404)
      expect(await app.captured(bin)).toEqual([])
    },
  )

  test('a long body on the way to nowhere does not keep the sender from the answer', async () => {
    const body = 'a'.repeat(300_000)
    const message = `POST /bin/nix HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    expect(await statusesOf(message)).toEqual([404])
  })
})
