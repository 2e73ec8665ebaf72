import { readFileSync } from 'node:fs'
import { NoMatch } from 'binspect/client'
import { expect, test as base } from 'binspect/playwright'
import { startServer, type RunningServer } from './server.ts'

/** The fixture that others use, against a server of the worker's own. */
const test = base.extend<object, { running: RunningServer }>({
  running: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from the pattern
    async ({}, use) => {
      const running = await startServer()
      await use(running)
      await running.dispose()
    },
    { scope: 'worker' },
  ],
  binspectServer: async ({ running }, use) => {
    await use(running.url)
  },
})

test('a test has a bin of its own, which people can look at', async ({ page, bin }) => {
  await bin.send('tag-added', { 'data.contact.email': 'ann@example.com' })
  const request = await bin.waitFor('trigger:tag-added email:ann@example.com')
  expect(request.verdict).toBe('valid')
  await page.goto(bin.inspectUrl)
  await expect(page.getByText('ann@example.com').first()).toBeVisible()
})

test('what does not come is told with what came instead', async ({ bin }) => {
  await bin.send('new-sale')
  const error = await bin.waitFor('trigger:tag-added', { timeout: 10 }).catch((error) => error)
  expect(error).toBeInstanceOf(NoMatch)
  expect(String(error)).toContain('new-sale valid')
})

test.describe('settings', () => {
  test.use({ binSettings: { reply: { status: 503 } } })
  test('of the bin are the reply that senders get', async ({ bin, request }) => {
    expect((await request.post(bin.url)).status()).toBe(503)
  })
})

test('what is built needs no other package', () => {
  const source = readFileSync('dist/client/client.js', 'utf8')
  expect(source).not.toMatch(/from ?["'](?!\.\/)|require\(/)
})
