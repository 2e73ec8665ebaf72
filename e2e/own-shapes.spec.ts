import type { Page } from '@playwright/test'
import { expect, post, rowsOf, test, type StoryBin } from './story.ts'

const push = '{"ref":"refs/heads/main","commits":2,"pusher":{"name":"ann"}}'
const headers = { 'x-github-event': 'push' }

test('what is expected from now on is held against its shape, old requests too', async ({
  page,
  bin,
}) => {
  await post(bin.captureUrl, push, headers)
  await post(bin.captureUrl, push.replace('2', '"two"'), headers)
  await openAsOwner(page, bin, 1)
  const request = page.getByRole('article', { name: 'Request 1' })
  await expect(request).toContainText('Unrecognized')

  await request.getByRole('button', { name: 'Expect this from now on …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Expect this from now on' })
  await expect(dialog.getByLabel('Which requests')).toHaveValue('header.x-github-event:push')
  await expect(dialog.getByLabel('JSON Schema of the body')).toHaveValue(/"commits"/)
  await dialog.getByLabel('Name of the event').fill('Push to a branch')
  await dialog.getByRole('button', { name: 'Save' }).click()

  await expect(request.getByRole('heading', { name: 'Push to a branch' })).toBeVisible()
  await expect(request).toContainText('Valid')
  const rows = rowsOf(page).filter({ hasText: 'Push to a branch' })
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('Invalid')
})

test('a shape is changed and removed, and what is wrong with it is said', async ({ page, bin }) => {
  await post(bin.captureUrl, push, headers)
  await openAsOwner(page, bin, 1)
  const request = page.getByRole('article', { name: 'Request 1' })
  await request.getByRole('button', { name: 'Expect this from now on …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name of the event').fill('Push')
  await dialog
    .getByLabel('JSON Schema of the body')
    .fill('{"properties":{"ref":{"pattern":"(?=a)"}}}')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('/schema/properties/ref/pattern')
  await dialog.getByLabel('JSON Schema of the body').fill('{"properties":')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('This is not JSON')
  await dialog.getByLabel('JSON Schema of the body').fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(request.getByRole('heading', { name: 'Push' })).toBeVisible()

  await page.getByRole('button', { name: 'More about this bin' }).click()
  await page.getByRole('menuitem', { name: 'Own shapes …' }).click()
  const list = page.getByRole('dialog', { name: 'Own shapes of this bin' })
  await list.getByRole('button', { name: 'Change Push' }).click()
  await dialog.getByLabel('Name of the event').fill('Pushed')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await list.getByRole('button', { name: 'Remove Pushed' }).click()
  await list.getByRole('button', { name: 'Really remove Pushed' }).click()
  await expect(list).toContainText('There are none yet')
  await page.keyboard.press('Escape')
  await expect(request).toContainText('Unrecognized')
})

/** Opens a request in a browser that has the key of its bin. */
async function openAsOwner(page: Page, { id, inspectUrl, ownerKey }: StoryBin, seq: number) {
  const bins = JSON.stringify([{ id, name: '', openedAt: 0, ownerKey }])
  await page.addInitScript((text) => localStorage.setItem('binspect.bins', text), bins)
  await page.goto(`${inspectUrl}&seq=${seq}`)
}
