import type { Page } from '@playwright/test'
import { freePort, missing, sendFrom, startProxy, type ProxyName } from './proxy.ts'
import { startServer } from './server.ts'
import { expect, sample, test as base } from './story.ts'

type Place = { proxy: ProxyName; stripped: boolean }
type Fixtures = {
  place: Place
  /** Where the server is shown, with a slash at its end. */
  shown: string
}

/** Every story has a server behind a proxy with the documented example, under `/hooks/`. */
const test = base.extend<Fixtures>({
  place: [{ proxy: 'nginx', stripped: false }, { option: true }],
  shown: async ({ place }, use) => {
    const port = await freePort()
    const shown = `http://127.0.0.1:${port}/hooks/`
    const server = await startServer(['--public-url', shown, '--trust-proxy', '127.0.0.1'])
    const { proxy, stripped } = place
    const running = await startProxy(proxy, { port, server: server.url, stripped })
    await use(shown)
    await running.stop()
    await server.dispose()
  },
})

const places: (Place & { name: string })[] = [
  { name: 'nginx', proxy: 'nginx', stripped: false },
  { name: 'nginx that takes the path off', proxy: 'nginx', stripped: true },
  { name: 'Caddy', proxy: 'caddy', stripped: false },
  { name: 'Caddy that takes the path off', proxy: 'caddy', stripped: true },
]

for (const { name, ...place } of places) {
  test.describe(`behind ${name}, under /hooks/`, () => {
    test.use({ place })
    test.skip(missing(place.proxy) !== undefined, missing(place.proxy))

    test('a bin is made, sent to, and watched live, with the address of the sender', async ({
      page,
      shown,
    }) => {
      const faults = watch(page, shown)
      await page.goto(shown)
      await expect(page).toHaveURL(new RegExp(`^${shown}bin/[a-z0-9]{20}\\?inspect`))
      await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
      const id = /bin\/(\w+)/.exec(page.url())?.[1] ?? ''
      await expect(page.getByText(`${shown}bin/${id}`, { exact: true }).first()).toBeVisible()

      const path = `/hooks/bin/${id}/a%2fb`
      const headers = {
        'Content-Type': 'application/json',
        'X-Forwarded-For': '185.236.142.1',
        Odd_Name: 'kept',
      }
      const body = sample('tag-added')
      expect(await sendFrom('127.0.0.2', shown, { path, body, headers })).toBe(200)
      const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Tag added' })
      await row.getByRole('link').click()
      const article = page.getByRole('article', { name: 'Request 1' })
      // What the sender itself wrote counts for nothing.
      await expect(article).toContainText('127.0.0.2')
      const detail = await (await fetch(`${shown}api/bins/${id}/requests/1`)).json()
      expect(detail).toMatchObject({
        source: { ip: '127.0.0.2', via: 'forwarded', documented: false },
        body: { text: body },
        rawHeaders: expect.arrayContaining(['kept']),
      })
      if (!place.stripped || place.proxy === 'caddy') expect(detail.suffix).toBe('/a%2fb')

      await page.reload()
      await expect(article).toBeVisible()
      await page.goto(`${shown}events`)
      await expect(
        page.getByRole('heading', { name: 'Documented events', exact: true }),
      ).toBeVisible()
      expect(faults).toEqual([])
    })

    if (place.stripped) return
    test('a share leads there too, and shows what arrives', async ({ browser, shown }) => {
      const { bin, ownerKey } = await call(`${shown}api/bins`, {})
      const { url } = await call(`${shown}api/bins/${bin.id}/shares`, {}, ownerKey)
      expect(url).toMatch(new RegExp(`^${shown}share#`))
      const context = await browser.newContext()
      const page = await context.newPage()
      const faults = watch(page, shown)
      await page.goto(url)
      await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
      await fetch(bin.captureUrl, { method: 'POST', body: sample('new-sale') })
      await expect(page.getByRole('main').getByText('New sale').first()).toBeVisible()
      expect(faults).toEqual([])
      await context.close()
    })
  })
}

/** Everything that the page asks for elsewhere, or that fails. */
function watch(page: Page, shown: string): string[] {
  const faults: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(shown)) faults.push(`asks for ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  return faults
}

async function call(url: string, body: object, key?: string) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(201)
  return answer.json()
}
