import type { Page } from '@playwright/test'
import { expect, post, sample, test } from './story.ts'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search requests' })
const rows = (page: Page) => page.getByRole('main').locator('ol').getByRole('listitem')

test('a search is completed from the language and from what the bin holds', async ({
  page,
  bin,
}) => {
  await post(bin.captureUrl, sample('tag-added'))
  await post(bin.captureUrl, sample('new-sale'))
  await page.goto(bin.inspectUrl)
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('/')
  await page.keyboard.type('ver')
  const list = page.getByRole('listbox', { name: 'Ways to go on' })
  await expect(list.getByRole('option').first()).toContainText('verdict:')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('verdict:')
  await expect(list.getByRole('option', { name: /verdict:invalid/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)

  await field(page).fill('data.tag.na')
  await list.getByRole('option', { name: /\$\.data\.tag\.name:/ }).click()
  await expect(field(page)).toBeFocused()
  await list.getByRole('option').first().click()
  await expect(field(page)).toHaveValue(/^\$\.data\.tag\.name:".+" $/)
  await expect(rows(page)).toHaveCount(1)
  await expect(page).toHaveURL(/q=%24\.data\.tag\.name/)

  await page.reload()
  await expect(rows(page)).toHaveCount(1)
  await expect(field(page)).toHaveValue(/^\$\.data\.tag\.name/)
})

test('a click on a value, a header or a fact shows the requests that have it too', async ({
  page,
  bin,
}) => {
  await post(`${bin.captureUrl}/a?source=mail`, sample('tag-added'), { 'x-shop': 'north "1"' })
  await post(`${bin.captureUrl}/b?source=web`, sample('new-sale'), { 'x-shop': 'south' })
  await post(bin.captureUrl, sample('new-sale').replace('"id": 88', '"id": 89'))
  await page.goto(`${bin.inspectUrl}&seq=1`)
  await expect(rows(page)).toHaveCount(3)

  await page.getByRole('treeitem').filter({ hasText: '"contact.tag.added"' }).click()
  const panel = page.getByRole('tabpanel')
  await panel.getByRole('link', { name: 'Show requests with $.type:"contact.tag.added"' }).click()
  await expect(rows(page)).toHaveCount(1)
  await panel.getByRole('link', { name: 'Do not look for $.type' }).click()
  await expect(rows(page)).toHaveCount(3)
  await panel.getByRole('link', { name: 'Show requests with $.type:*' }).click()
  await expect(field(page)).toHaveValue('$.type:*')
  await expect(rows(page)).toHaveCount(3)
  await field(page).fill('')

  await page.getByRole('tab', { name: /Headers/ }).click()
  await panel.getByRole('link', { name: /header\.x-shop/ }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('tab', { name: /Query/ }).click()
  await panel.getByRole('link', { name: /query\.source/ }).click()
  await expect(field(page)).toHaveValue(String.raw`header.x-shop:"north \"1\"" query.source:"mail"`)
  await expect(rows(page)).toHaveCount(1)

  await field(page).fill('')
  await expect(rows(page)).toHaveCount(3)
  const request = page.getByRole('article', { name: 'Request 1' })
  await request.getByRole('link', { name: /Show requests with event:/ }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.goBack()
  await expect(rows(page)).toHaveCount(3)
  await request.getByRole('link', { name: /Show requests with path:\/a/ }).click()
  await expect(rows(page)).toHaveCount(1)
})
