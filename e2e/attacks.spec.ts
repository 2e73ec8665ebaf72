import { connect } from 'node:net'
import type { Page } from '@playwright/test'
import { evilName, startEvilSite, type EvilSite } from './evil.ts'
import { createBin, expect, post, test as story } from './story.ts'

/** Each attack is made as an attacker would, from a page of another site, and each has its control. */
const test = story.extend<{ evil: EvilSite }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from the pattern
  evil: async ({}, use) => {
    const evil = await startEvilSite()
    await use(evil)
    evil.close()
  },
})

test.use({
  launchOptions: {
    ...(process.env.E2E_CHROMIUM ? { executablePath: process.env.E2E_CHROMIUM } : {}),
    args: [
      '--disable-gpu',
      `--host-resolver-rules=MAP ${evilName} 127.0.0.1`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  },
})

test('a name that is bound to this machine anew shows nothing (DNS rebinding)', async ({
  page,
  server,
  bin,
}) => {
  await post(bin.captureUrl, '{"secret":"Tr0mb0ne"}')
  const rebound = server.url.replace('127.0.0.1', evilName)
  for (const path of ['/', `/bin/${bin.id}?inspect`, `/api/bins/${bin.id}/requests`, '/share']) {
    const answer = await page.goto(rebound + path)
    expect(answer?.status()).toBe(421)
    await expect(page.locator('#root')).toHaveCount(0)
    expect(await page.content()).not.toContain('Tr0mb0ne')
  }
  // The page now has the origin that the name gives it: what it asks for is of the same origin.
  const asked = await page.evaluate(async (id) => {
    const body = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }
    const calls = [fetch(`/api/bins/${id}/requests/1`), fetch('/api/bins', body)]
    const answers = await Promise.all(calls)
    return Promise.all(answers.map(async (answer) => [answer.status, await answer.text()] as const))
  }, bin.id)
  expect(asked.map(([status]) => status)).toEqual([421, 421])
  expect(JSON.stringify(asked)).not.toContain('Tr0mb0ne')
  expect(await listen(page, `${rebound.replace('http', 'ws')}/api/bins/${bin.id}/live`)).toEqual([])
  // What is sent is captured under any name.
  const sent = await page.evaluate(
    async (id) => (await fetch(`/bin/${id}`, { method: 'POST', body: 'x' })).status,
    bin.id,
  )
  expect(sent).toBe(200)
})

test('the page of another site opens no live stream (cross-site WebSocket)', async ({
  page,
  server,
  bin,
  evil,
}) => {
  await post(bin.captureUrl, '{"secret":"Tr0mb0ne"}')
  const live = `${server.url.replace('http', 'ws')}/api/bins/${bin.id}/live`
  await page.goto(evil.url)
  expect(await listen(page, live)).toEqual([])
  expect(await listen(page, live.replace('127.0.0.1', 'localhost'))).toEqual([])
  await page.setContent('<iframe sandbox="allow-scripts"></iframe>')
  const frame = page.frames().at(-1)
  if (!frame) throw new Error('no frame')
  expect(await listen(frame, live)).toEqual([])
  await page.goto(`${server.url}/events`)
  expect((await listen(page, live)).join()).toContain('"hello"')
})

test('the page of another site changes and reads nothing (cross-site requests)', async ({
  page,
  server,
  evil,
}) => {
  const bin = await createBin(server.url)
  await post(bin.captureUrl, '{"secret":"Tr0mb0ne"}')
  await page.goto(evil.url)
  const read = await page.evaluate(attack, { url: server.url, id: bin.id, key: bin.ownerKey })
  expect(read).toEqual([])
  for (const enctype of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
  ]) {
    await page.goto(evil.url)
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/bins'))
    await page.evaluate(submitForm, { url: `${server.url}/api/bins`, enctype })
    expect((await answered).status()).toBe(403)
    await page.waitForURL('**/api/bins')
  }
  expect((await fetch(`${server.url}/api/bins/attacked`)).status).toBe(404)
  const list = await (await fetch(`${server.url}/api/bins/${bin.id}/requests`)).text()
  expect(list).toContain('"latest":1')
  // The same from the page itself does work.
  await page.goto(`${server.url}/events`)
  expect(await page.evaluate(attack, { url: server.url, id: bin.id, key: bin.ownerKey })).toContain(
    `read ${server.url}/api/bins/${bin.id}/requests/1`,
  )
})

test('the page cannot be put into a frame', async ({ page, server, bin, evil }) => {
  await page.goto(evil.url)
  const shown = await framed(page, [
    `${server.url}/`,
    bin.inspectUrl,
    `${server.url}/share`,
    `${server.url}/api/bins/${bin.id}`,
    `${server.url}/api/none`,
  ])
  expect(shown).toEqual([false, false, false, false, false])
  expect(await framed(page, [evil.url])).toEqual([true])
})

test('what a reply of a bin runs cannot reach what the page keeps', async ({
  page,
  server,
  bin,
}) => {
  await page.goto(`${server.url}/events`)
  await page.evaluate(() => localStorage.setItem('binspect.bins', 'Tr0mb0ne'))
  const script = `<script>try{document.title=localStorage.getItem('binspect.bins')}catch(e){document.title=e.name}</script>`
  await fetch(`${server.url}/api/bins/${bin.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bin.ownerKey}` },
    body: JSON.stringify({ reply: { body: script, headers: [['Content-Type', 'text/html']] } }),
  })
  await page.goto(bin.captureUrl)
  expect(['', 'SecurityError']).toContain(await page.title())
})

test('a stored body is saved, and never shown as what its sender calls it', async ({
  page,
  server,
  bin,
}) => {
  await post(bin.captureUrl, '<script>document.title="ran"</script>', {
    'content-type': 'text/html',
  })
  for (const path of ['body', 'http']) {
    await page.goto(`${server.url}/events`)
    const saved = page.waitForEvent('download')
    await page
      .goto(`${server.url}/api/bins/${bin.id}/requests/1/${path}`)
      .catch((error: unknown) => expect(String(error)).toContain('Download is starting'))
    await (await saved).cancel()
    expect(await page.title()).not.toBe('ran')
  }
})

test('two Host lines and a target with another authority are refused', async ({ server, bin }) => {
  const { host } = new URL(server.url)
  const ask = (target: string, ...hosts: string[]) =>
    answerTo(
      server.url,
      `GET ${target} HTTP/1.1\r\n${hosts.map((name) => `Host: ${name}\r\n`).join('')}Connection: close\r\n\r\n`,
    )
  const path = `/api/bins/${bin.id}`
  expect(await ask(path, host)).toMatch(/^HTTP\/1\.1 200 /)
  expect(await ask(path, host, evilName)).toMatch(/^HTTP\/1\.1 421 /)
  expect(await ask(path, evilName, host)).toMatch(/^HTTP\/1\.1 421 /)
  expect(await ask(path, host, host)).toMatch(/^HTTP\/1\.1 421 /)
  expect(await ask(`http://${evilName}${path}`, host)).toMatch(/^HTTP\/1\.1 421 /)
  expect(await ask(`http://${host}${path}`, evilName)).toMatch(/^HTTP\/1\.1 421 /)
  expect(await ask(`http://${host}${path}`, host)).toMatch(/^HTTP\/1\.1 200 /)
})

/** Everything that a page tries to read or change; what it succeeded in. */
async function attack({ url, id, key }: { url: string; id: string; key: string }) {
  const won: string[] = []
  const json = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` }
  const body = JSON.stringify({ id: 'attacked' })
  const reads = ['', '/requests', '/requests/1', '/requests/1/body', '/export?format=json']
  const calls: [string, RequestInit][] = [
    ...reads.map((path): [string, RequestInit] => [`${url}/api/bins/${id}${path}`, {}]),
    [`${url}/api/bins`, { method: 'POST', headers: json, body }],
    [`${url}/api/bins/${id}`, { method: 'PATCH', headers: json, body: '{"name":"x"}' }],
    [`${url}/api/bins`, { method: 'POST', mode: 'no-cors', body }],
  ]
  for (const [address, init] of calls) {
    try {
      const answer = await fetch(address, init)
      if (answer.ok) won.push(`read ${address}`)
    } catch {
      // Refused, as it should be.
    }
  }
  // The page's own policy forbids it even to itself.
  if (location.origin === url) return won
  const script = document.createElement('script')
  const loaded = new Promise<boolean>((resolve) => {
    script.addEventListener('load', () => resolve(true))
    script.addEventListener('error', () => resolve(false))
  })
  script.src = `${url}/api/bins/${id}/requests/1/body`
  document.head.append(script)
  if (await loaded) won.push('script')
  return won
}

/** A form can send without asking first. */
function submitForm({ url, enctype }: { url: string; enctype: string }) {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action: url, enctype })
  const input = document.createElement('input')
  input.name = '{"id":"attacked","x":"'
  input.value = '"}'
  form.append(input)
  document.body.append(form)
  form.submit()
}

/** What a WebSocket brings within the time it needs to be refused, or to greet. */
function listen(page: Pick<Page, 'evaluate'>, url: string): Promise<string[]> {
  return page.evaluate(
    (address) =>
      new Promise<string[]>((resolve) => {
        const frames: string[] = []
        const socket = new WebSocket(address)
        socket.addEventListener('close', () => resolve(frames))
        socket.addEventListener('message', ({ data }) => {
          frames.push(String(data))
          socket.close()
        })
      }),
    url,
  )
}

/** Of each address whether a frame shows it: the browser has a page of its own for what it refuses. */
async function framed(page: Page, urls: string[]): Promise<boolean[]> {
  const shown: boolean[] = []
  for (const url of urls) {
    await page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe')
          frame.addEventListener('load', resolve)
          frame.src = address
          document.body.replaceChildren(frame)
        }),
      url,
    )
    shown.push(page.frames().at(-1)?.url() === url)
  }
  return shown
}

function answerTo(url: string, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(head))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}
