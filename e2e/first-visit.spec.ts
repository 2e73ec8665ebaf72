import { expect, test } from './story.ts'

test('the first visit ends with a green verdict after one click', async ({ page, server }) => {
  await page.goto(server.url)
  await expect(page).toHaveURL(/\/bin\/[a-z0-9]{20,}\?inspect/)
  const bin = /\/bin\/([a-z0-9]+)/.exec(page.url())?.[1] ?? ''
  await expect(
    page.getByRole('main').getByText(`${server.url}/bin/${bin}`, { exact: true }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy URL' })).toBeVisible()

  await page.getByRole('button', { name: 'Send a documented opt-in' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Funnel step form subscribed' })
  await expect(row).toContainText('Valid')
  await expect(page.getByRole('article', { name: 'Request 1' })).toContainText(
    'Everything is as documented.',
  )
})

test('later visits list the bins of this browser', async ({ page, server }) => {
  await page.goto(server.url)
  await expect(page).toHaveURL(/\?inspect/)
  const inspectUrl = page.url()
  await page.goto(server.url)
  await expect(page.getByRole('heading', { name: 'Recent bins in this browser' })).toBeVisible()
  await expect(page).toHaveURL(`${server.url}/`)
  await page.getByRole('textbox', { name: 'Name of the bin' }).fill('Webinar rule')
  await page.getByRole('button', { name: 'New bin' }).click()
  await expect(page).toHaveURL(/\?inspect/)
  expect(page.url()).not.toBe(inspectUrl)

  await page.getByRole('link', { name: 'Binspect: all bins' }).click()
  await expect(page.getByRole('link', { name: 'Webinar rule' })).toBeVisible()
})
