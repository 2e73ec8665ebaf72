import { expect, own, post, rowsOf, sample, test } from './story.ts'

const delivery = {
  'user-agent': 'SystemeIO-Webhook',
  'x-webhook-event': 'SALE_NEW',
  'x-webhook-message-id': '0192f0aa-0000-7000-8000-000000000001',
}

test('attempts of a delivery are folded under the newest, and unfold', async ({ page, bin }) => {
  await post(bin.captureUrl, sample('account-sale-new'), delivery)
  await post(bin.captureUrl, sample('tag-added'))
  await post(bin.captureUrl, sample('account-sale-new'), delivery)
  await post(bin.captureUrl, sample('account-sale-new'), delivery)
  await page.goto(bin.inspectUrl)
  await expect(rowsOf(page)).toHaveCount(2)
  const fold = page.getByRole('button', { name: '2 earlier attempts' })
  await expect(rowsOf(page).first()).toContainText('2 earlier attempts')
  await fold.click()
  await expect(fold).toHaveAttribute('aria-expanded', 'true')
  await expect(rowsOf(page)).toHaveCount(4)
  await expect(rowsOf(page).last()).toContainText('Tag added')

  // The keyboard goes through the rows as they stand.
  for (const seq of [4, 3, 1, 2]) {
    await page.keyboard.press('j')
    await expect(page.getByRole('article', { name: `Request ${seq}` })).toBeVisible()
  }
  await fold.click()
  await expect(rowsOf(page)).toHaveCount(2)

  // What a link leads to is never hidden.
  await page.goto(`${bin.inspectUrl}&seq=1`)
  await expect(rowsOf(page)).toHaveCount(4)
  await post(bin.captureUrl, sample('account-sale-new'), delivery)
  await expect(page.getByRole('button', { name: '3 earlier attempts' })).toBeVisible()
})

test('rows tell what is unread, what is pinned, and the day', async ({ page, server, bin }) => {
  await post(bin.captureUrl, sample('tag-added'))
  await own(page, bin, server.url)
  await expect(rowsOf(page)).toHaveCount(1)
  await post(bin.captureUrl, sample('new-sale'))
  await expect(rowsOf(page)).toHaveCount(2)
  const newest = rowsOf(page).first()
  await expect(newest.getByTitle('Unread')).toBeVisible()
  await expect(rowsOf(page).last().getByTitle('Unread')).toHaveCount(0)
  await expect(newest.getByRole('heading', { name: 'Today' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(newest.getByTitle('Unread')).toHaveCount(0)
  await page.keyboard.press('p')
  await expect(newest.locator('svg').first()).toBeVisible()
})

test('times are told as an age or as the time of day', async ({ page, bin }) => {
  await post(bin.captureUrl, sample('tag-added'))
  await page.goto(bin.inspectUrl)
  const time = rowsOf(page).first().locator('time')
  await expect(time).toHaveText(/ago|now/)
  await page.getByRole('button', { name: 'Preferences' }).click()
  await page.getByRole('menuitemradio', { name: 'Time of day' }).click()
  await expect(time).toHaveText(/^\d{1,2}:\d\d:\d\d/)
  await page.reload()
  await expect(time).toHaveText(/^\d{1,2}:\d\d:\d\d/)
})

test('a list that is looked at stays in its place while others come in above', async ({
  page,
  bin,
}) => {
  for (let n = 0; n < 30; n += 1) await post(bin.captureUrl, sample('tag-added'))
  await page.goto(bin.inspectUrl)
  await expect(page.getByRole('list', { name: 'By verdict' })).toBeVisible()
  const scroller = page.getByRole('list', { name: 'Requests', exact: true }).locator('..')
  await scroller.evaluate((element) => element.scrollTo({ top: 500, behavior: 'instant' }))
  const row = page.getByRole('checkbox', { name: 'Select request 15' })
  await expect(row).toBeVisible()
  const before = await row.boundingBox()
  await post(bin.captureUrl, sample('new-sale'))
  await post(bin.captureUrl, sample('new-sale'))
  const pill = page.getByRole('button', { name: '2 new requests' })
  await expect(pill).toBeVisible()
  expect((await row.boundingBox())?.y).toBe(before?.y)
  await pill.click()
  await expect(rowsOf(page).first()).toContainText('New sale')
  await expect(pill).toBeHidden()
})
