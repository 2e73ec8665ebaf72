import { readFileSync } from 'node:fs'
import { expect, post, rowsOf, sample, test } from './story.ts'

test('the fields that were seen are told beside the document, and filter the list', async ({
  page,
  bin,
}) => {
  const sale = sample('new-sale')
  await post(bin.captureUrl, sale)
  await post(bin.captureUrl, sale.replace('"currency": "eur"', '"currency": "usd", "mood": "good"'))
  await post(bin.captureUrl, sample('tag-added'))
  await page.goto(bin.inspectUrl)
  await page.getByRole('button', { name: 'More about this bin' }).click()
  await page.getByRole('menuitem', { name: 'Fields seen …' }).click()
  await page.getByLabel('Event', { exact: true }).selectOption('new-sale')
  await expect(page).toHaveURL(/view=fields&trigger=new-sale/)

  const table = page.getByRole('region', { name: 'Fields seen' }).getByRole('table')
  const mood = table.getByRole('row').filter({ hasText: 'mood' })
  await expect(mood).toContainText('Undocumented')
  await expect(mood).toContainText('(#2)')
  await expect(mood).toContainText('1 of 2')
  await page.getByLabel('Only what differs from the document').check()
  await expect(table.getByRole('row').filter({ hasText: 'customer.email' })).toHaveCount(0)

  await mood.getByRole('link', { name: /is "good"$/ }).click()
  await expect(page.getByRole('combobox', { name: 'Search requests' })).toHaveValue(
    /^trigger:new-sale .*mood:"good"$/,
  )
  await expect(rowsOf(page)).toHaveCount(1)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'TypeScript' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('mood')
})

test('attempts of one delivery are told apart', async ({ page, bin }) => {
  await post(bin.captureUrl, sample('tag-added'))
  await post(bin.captureUrl, sample('page-visited'))
  await post(bin.captureUrl, sample('tag-added'), { 'x-attempt': '2' })
  await page.goto(`${bin.inspectUrl}&seq=3`)
  const attempts = page.getByRole('region', { name: 'Attempts of this delivery' })
  await expect(attempts).toContainText('Attempt 2 of 2')
  await attempts.getByText('1 difference from the attempt before').click()
  await expect(attempts.getByRole('row', { name: 'x-attempt absent 2' })).toBeVisible()
  await attempts.getByRole('link', { name: '#1' }).click()
  await expect(page.getByRole('article', { name: 'Request 1' })).toContainText('Attempt 1 of 2')
})

test('a rule that fires twice raises an alarm that leads to the requests', async ({
  page,
  bin,
}) => {
  const tag = sample('tag-added')
  await page.goto(bin.inspectUrl)
  await post(bin.captureUrl, tag)
  await post(bin.captureUrl, tag.replace('09:52:38', '09:52:42'))
  const alarms = page.getByRole('region', { name: 'Alarms' })
  await expect(alarms).toContainText('Tag added: a rule fired 2 times within 4 sec for')
  await alarms.getByRole('link', { name: 'Show them in the list' }).click()
  await expect(page.getByRole('combobox', { name: 'Search requests' })).toHaveValue(
    'seq:1 or seq:2',
  )
  await alarms.getByRole('button', { name: 'Hide the alarms' }).click()
  await expect(alarms).toHaveCount(0)
})
