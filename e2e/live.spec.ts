import { expect, post, rowsOf, sample, test } from './story.ts'

test('two browsers on one bin both see a request arrive', async ({ browser, bin }) => {
  const contexts = [await browser.newContext(), await browser.newContext()]
  const pages = await Promise.all(contexts.map((context) => context.newPage()))
  for (const page of pages) {
    await page.goto(bin.inspectUrl)
    await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  }
  await post(bin.captureUrl, sample('tag-added'))
  for (const page of pages) {
    await expect(page.getByRole('listitem').filter({ hasText: 'Tag added' })).toContainText('Valid')
  }
  await Promise.all(contexts.map((context) => context.close()))
})

test('a server that is killed and started again has lost nothing, and the page heals itself', async ({
  page,
  server,
  bin,
}) => {
  await page.goto(bin.inspectUrl)
  await post(bin.captureUrl, sample('tag-added'))
  const rows = rowsOf(page)
  await expect(rows).toHaveCount(1)
  await page.evaluate(() => {
    document.documentElement.dataset.loaded = 'once'
  })

  await post(bin.captureUrl, sample('tag-removed'))
  await server.kill()
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Reconnecting')
  await server.start()
  await post(bin.captureUrl, sample('new-sale'))

  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toContainText('New sale')
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Live')
  expect(await page.evaluate(() => document.documentElement.dataset.loaded)).toBe('once')
})

test('what is fetched while the server is away is shown when it is back', async ({
  page,
  server,
  bin,
}) => {
  await page.goto(bin.inspectUrl)
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  await server.kill()
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.js'))
  await page.keyboard.press('?')
  await failed
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await server.start()
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
})

test('what could not be read before the server went away is read when it is back', async ({
  page,
  server,
  bin,
}) => {
  const tag = sample('tag-added')
  await post(bin.captureUrl, tag)
  await post(bin.captureUrl, tag.replace('09:52:38', '09:52:42'))
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const read: string[] = []
  await page.route(/\/(?:deliveries|facets|requests\/2)(?:\?|$)/, async (route) => {
    read.push(new URL(route.request().url()).pathname)
    await held
    await route.continue()
  })
  await page.goto(`${bin.inspectUrl}&seq=2`)
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  await expect.poll(() => read.length).toBe(3)
  await server.kill()
  letGo()
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Reconnecting')
  await server.start()
  await expect(page.getByRole('region', { name: 'Alarms' })).toContainText('fired 2 times')
  await expect(page.getByRole('region', { name: 'What the bin holds' })).toBeVisible()
  await expect(page.getByRole('article', { name: 'Request 2' })).toContainText('Tag added')
})

test('a bin that is deleted says so in every open page', async ({ page, server, bin }) => {
  await page.goto(bin.inspectUrl)
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  const response = await fetch(`${server.url}/api/bins/${bin.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${bin.ownerKey}` },
  })
  expect(response.status).toBe(204)
  await expect(page.getByRole('heading', { name: 'There is no such bin' })).toBeVisible()
})
