import { readdirSync, readFileSync } from 'node:fs'
import { NoMatch } from 'binspect/client'
import { expect, test as base } from 'binspect/playwright'
import { startServer, type RunningServer } from './server.ts'

/** The fixture that others use, against a server of the worker's own. */
const test = base.extend<object, { running: RunningServer }>({
  running: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from the pattern
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

test('a flow is held against its scenario', async ({ bin }) => {
  const contact = { 'data.contact.id': 7, 'data.contact.email': 'ann@example.com' }
  await bin.send('funnel-step-form-subscribed', contact)
  await bin.send('tag-added', contact)
  await bin.send('new-sale', { 'data.customer.contact_id': 7 })
  const steps = [
    { expect: 'funnel-step-form-subscribed' },
    { exactly: 1, of: 'tag-added' },
    { expect: 'new-sale' },
  ]
  const scenario = { name: 'Opt-in, tag, sale', order: 'written', sameContact: true, steps }
  expect((await bin.expect(scenario, { timeout: 0 })).contact).toBe('7')
  await bin.send('tag-added', contact)
  await expect(bin.expect(scenario, { timeout: 0 })).rejects.toThrow('count: expected 1, was 2')
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

test('what is built gives what is documented, and needs no other package', async () => {
  expect(Object.keys(await import('binspect/client')).sort()).toEqual([
    'ApiProblem',
    'BinHandle',
    'NoMatch',
    'ScenarioFailed',
    'ServerUnreachable',
    'connect',
    'createBin',
    'openBin',
  ])
  const files = readdirSync('dist/client', { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => /client.*\.js$/.test(name))) {
    expect(readFileSync(`dist/client/${file}`, 'utf8')).not.toMatch(
      /(from|import) ?["'](?!\.)|require\(/,
    )
  }
})
