import { AxeBuilder } from '@axe-core/playwright'
import { expect, own, post, sample, test } from './story.ts'

test('who looks sees who else does, under the names they choose, and the note of the owner', async ({
  page,
  browser,
  server,
  bin,
}) => {
  await own(page, bin, server.url)
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  const teammate = await (await browser.newContext()).newPage()
  await teammate.goto(bin.inspectUrl)
  await page.getByRole('button', { name: '1 other looks' }).click()
  const others = page.getByRole('dialog', { name: 'Who else looks' })
  await expect(others).toContainText('and 1 without a name')
  await others.getByRole('textbox', { name: 'Your name' }).fill('Ana')
  await others.getByRole('button', { name: 'Save' }).click()

  await teammate.getByRole('button', { name: '1 other looks' }).click()
  const seen = teammate.getByRole('dialog', { name: 'Who else looks' })
  await expect(seen.getByRole('listitem')).toHaveText('Ana')
  expect((await new AxeBuilder({ page: teammate }).include('dialog').analyze()).violations).toEqual(
    [],
  )
  await seen.getByRole('textbox', { name: 'Your name' }).fill('<b>Budi</b>')
  await seen.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: '1 other looks' }).click()
  await expect(others.getByRole('listitem')).toHaveText('<b>Budi</b>')
  await others.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('textbox', { name: 'Note', exact: true }).fill('Sales of the shop.')
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(teammate.getByRole('region', { name: 'Note on this bin' })).toHaveText(
    'Sales of the shop.',
  )
  await teammate.context().close()
  await expect(page.getByRole('button', { name: '1 other looks' })).toHaveCount(0)
})

test('the settings tell what was changed, and never a value', async ({ page, server, bin }) => {
  await post(bin.captureUrl, sample('new-sale'))
  await own(page, bin, server.url)
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('textbox', { name: 'Name', exact: true }).fill('Xylophone')
  await settings.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await settings.getByText('What was changed').click()
  const changes = settings.getByRole('region', { name: 'What was changed' })
  await expect(changes.getByRole('listitem')).toHaveCount(2)
  await expect(changes.getByRole('listitem').first()).toContainText('Settings changed name')
  await expect(changes.getByRole('listitem').first()).toContainText('with the owner key')
  await expect(changes.getByRole('listitem').last()).toContainText('Bin made')
  await expect(changes).not.toContainText('Xylophone')
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
})
