import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { startServer, type RunningServer } from './server.ts'
import { createBin, expect, sample, test as base } from './story.ts'

const tunnel = resolve(import.meta.dirname, 'fixtures/tunnel/tunnel.mjs')

/** Every story has a server with a tunnel of its own: TLS at the other end, as with the real ones. */
const test = base.extend<{ server: RunningServer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from the pattern
  server: async ({}, use) => {
    const command = `"${process.execPath}" "${tunnel}" {port}`
    const options = ['--tunnel', command, '--capture-shares', '--trust-proxy', '127.0.0.1']
    const server = await startServer(options)
    await use(server)
    await server.dispose()
  },
})
// The certificate of the tunnel is its own.
test.use({ ignoreHTTPSErrors: true })

const public_ = /^https:\/\/127\.0\.0\.1:\d+/

test('a bin is sent to through the tunnel, which is told where nothing arrives', async ({
  page,
  request,
  server,
}) => {
  const { inspectUrl, id } = await createBin(server.url)
  await page.goto(inspectUrl)
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  const address = page.getByText(/^https:\/\/127\.0\.0\.1:\d+\/bin\//).first()
  await expect(address).toBeVisible()
  const before = (await address.textContent()) ?? ''
  expect(before).toMatch(public_)
  const help = page.getByText('Why did nothing arrive?')
  await help.click()
  await expect(page.getByText(/^The tunnel \(node\) is up: https:/)).toBeVisible()

  // It breaks down, and comes back under another address: the page tells without being asked.
  await request.get(`${new URL(before).origin}/break-down`).catch(() => {})
  await expect(page.getByText(/^The tunnel \(node\) is down/)).toBeVisible()
  await expect(page.getByText(/^The tunnel \(node\) is up/)).toBeVisible()
  await expect(page.getByText(before, { exact: true })).toHaveCount(0)
  const after = (await address.textContent()) ?? ''
  expect(after).toMatch(public_)

  await request.post(after, { data: sample('tag-added') })
  await expect(page.getByRole('main').getByText('Tag added').first()).toBeVisible()
  const detail = await (await fetch(`${server.url}/api/bins/${id}/requests/1`)).json()
  expect(detail.source).toEqual({ ip: '203.0.113.9', via: 'forwarded', documented: false })
})

test('a teammate opens a share through the tunnel, and nothing else', async ({
  page,
  request,
  server,
}) => {
  const bin = await createBin(server.url)
  await expect.poll(async () => (await readBin(server.url, bin.id)).captureUrl).toMatch(public_)
  const made = await request.post(`${server.url}/api/bins/${bin.id}/shares`, {
    headers: { Authorization: `Bearer ${bin.ownerKey}`, 'Content-Type': 'application/json' },
    data: {},
  })
  const { url } = await made.json()
  const { captureUrl } = await readBin(server.url, bin.id)
  const { origin } = new URL(captureUrl)
  expect(url).toMatch(new RegExp(`^${origin}/share#`))

  const faults = watch(page, origin)
  await page.goto(url)
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  await request.post(captureUrl, { data: sample('new-sale') })
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'New sale' })
  await row.getByRole('link').click()
  await expect(page.getByRole('article', { name: 'Request 1' })).toContainText('masked.example')
  expect(faults).toEqual([])
  // There is no start page to go to.
  await expect(page.getByRole('banner').getByText('Binspect')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Binspect: all bins' })).toHaveCount(0)

  for (const path of ['/', `/bin/${bin.id}?inspect`, `/api/bins/${bin.id}`, '/api/health']) {
    expect([path, (await page.goto(origin + path))?.status()]).toEqual([path, 404])
  }
  await expect(page.getByText('Bins are sent to here, and nothing else.')).toBeVisible()
})

async function readBin(server: string, id: string) {
  // The shape is the API's own promise, checked by the server's tests.
  return (await (await fetch(`${server}/api/bins/${id}`)).json()) as { captureUrl: string }
}

/** Everything that the page asks for elsewhere, or that fails. */
function watch(page: Page, origin: string): string[] {
  const faults: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) faults.push(`asks for ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  return faults
}
