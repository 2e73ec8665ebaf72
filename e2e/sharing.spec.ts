import type { Browser, Page } from '@playwright/test'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, own, post, rowsOf, sample, test } from './story.ts'

const email = 'private.person@hidden-mail.org'

test('a teammate sees a sale arrive live and masked, until the link is revoked', async ({
  page,
  browser,
  server,
  bin,
}) => {
  await own(page, bin, server.url)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this bin' })
  await dialog.getByRole('button', { name: 'Make a link and copy it' }).click()
  const link = await dialog.getByRole('textbox', { name: 'The new link' }).inputValue()
  expect(new URL(link).search).toBe('')

  const teammate = await visitor(browser, link)
  const told: string[] = []
  teammate.on('response', async (response) => told.push(await response.text().catch(() => '')))
  teammate.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => told.push(String(payload))),
  )
  await expect(teammate.getByText('Shared with you')).toBeVisible()
  await expect(teammate.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  await post(bin.captureUrl, sale())
  const row = rowsOf(teammate).filter({ hasText: 'New sale' })
  await row.getByRole('link').click()
  await expect(teammate.getByRole('article', { name: 'Request 1' })).toContainText(
    /contact-\w{6}@masked\.example/,
  )
  for (const name of ['Send event', 'Share', 'Reply', 'Settings', 'Delete request', 'Pin']) {
    await expect(teammate.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
  expect((await new AxeBuilder({ page: teammate }).include('aside').analyze()).violations).toEqual(
    [],
  )

  await expect(dialog.getByRole('listitem')).toContainText('masked')
  const revoked = page.waitForResponse((response) => response.request().method() === 'DELETE')
  await dialog.getByRole('button', { name: /^Revoke / }).click()
  await revoked
  await expect(teammate.getByRole('heading', { name: 'Access has ended' })).toBeVisible({
    timeout: 1000,
  })
  expect(told.length).toBeGreaterThan(3)
  expect(told.join('\n')).not.toMatch(new RegExp(`${email}|hidden-mail|${bin.id}|Hiddenstreet`))
  await teammate.context().close()
})

test('a link with a password opens with it only, and shows what its options say', async ({
  page,
  browser,
  server,
  bin,
}) => {
  await own(page, bin, server.url)
  await post(bin.captureUrl, sale())
  await post(bin.captureUrl, sample('tag-added'))
  await page.goto(`${bin.inspectUrl}&seq=2`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this bin' })
  await dialog.getByText('Options of the link').click()
  await dialog.getByRole('textbox', { name: 'For whom' }).fill('Ana')
  await dialog.getByRole('textbox', { name: 'Password' }).fill('tulip')
  await dialog.getByRole('combobox', { name: 'What it shows' }).selectOption('Only request 2')
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
  await dialog.getByRole('button', { name: 'Make a link and copy it' }).click()
  const link = await dialog.getByRole('textbox', { name: 'The new link' }).inputValue()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Ana' })).toContainText('password')

  const teammate = await visitor(browser, link)
  await teammate.getByLabel('Password').fill('rose')
  await teammate.getByRole('button', { name: 'Open' }).click()
  await expect(teammate.getByRole('alert')).toContainText('not the password')
  await teammate.getByLabel('Password').fill('tulip')
  await teammate.getByRole('button', { name: 'Open' }).click()
  await expect(teammate.getByRole('article', { name: 'Request 2' })).toContainText('Tag added')
  await expect(rowsOf(teammate).filter({ hasText: 'New sale' })).toHaveCount(0)
  await teammate.context().close()
})

/** Somebody with a profile that has never been here. */
async function visitor(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  return page
}

function sale(): string {
  return sample('new-sale')
    .replace('test-1922@systeme.io', email)
    .replace('"street_address": "test-1922"', '"street_address": "7 Hiddenstreet"')
}
