import { expect, own, post, rowsOf, sample, test } from './story.ts'

test('every command is found by typing, and done by keyboard', async ({ page, server, bin }) => {
  await own(page, bin, server.url)
  await post(bin.captureUrl, sample('new-sale'))
  await expect(rowsOf(page)).toHaveCount(1)
  const palette = page.getByRole('combobox', { name: 'All commands' })

  await page.keyboard.press('Control+k')
  await palette.fill('tag add')
  await expect(page.getByRole('option', { selected: true })).toContainText('Tag added')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Request 2' })).toContainText('Tag added')

  // Also from where somebody types.
  await page.keyboard.press('/')
  await page.keyboard.press('Control+k')
  await palette.fill('headers')
  await expect(page.getByRole('option', { selected: true })).toContainText('Headers')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/tab=headers/)

  await page.keyboard.press('Control+k')
  await palette.fill('by contact')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/view=contacts/)

  await page.keyboard.press('Control+k')
  await palette.fill('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.keyboard.press('Control+k')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('option', { selected: true })).toContainText('Keyboard')
  await palette.fill('no such thing')
  await expect(page.getByText('No command has these words.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
})

test('keys are shown, and do nothing while somebody types', async ({ page, server, bin }) => {
  await post(bin.captureUrl, sample('new-sale'))
  await post(bin.captureUrl, sample('tag-added'))
  await own(page, bin, server.url)
  await expect(rowsOf(page)).toHaveCount(2)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard' })
  for (const words of ['Pin or unpin', 'New bin', 'Oldest request', 'All commands']) {
    await expect(keys.getByText(words, { exact: false }).first()).toBeVisible()
  }
  // Nor while a dialog is open.
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await expect(page.getByRole('article')).toHaveCount(0)

  await page.keyboard.press('j')
  await expect(page.getByRole('article', { name: 'Request 2' })).toBeVisible()
  await page.keyboard.press('d')
  await expect(page).toHaveURL(/view=compare&of=1,2/)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/view=/)

  await page.keyboard.press('/')
  await page.keyboard.type('xpdG?')
  await expect(page.getByRole('searchbox').or(page.getByRole('combobox'))).toHaveValue('xpdG?')
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeHidden()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('commands are at the same key where no bin is open', async ({ page, server, bin }) => {
  await own(page, bin, server.url)
  await page.goto(server.url)
  const palette = page.getByRole('combobox', { name: 'All commands' })
  await expect(page.getByRole('button', { name: 'New bin' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await palette.fill('webinar')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/events#webinar-registered$/)
  await expect(page.getByRole('article', { name: 'Registered for webinar' })).toBeInViewport()

  await page.keyboard.press('Control+k')
  await palette.fill('sale cancel')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#account-sale-canceled$/)

  await page.keyboard.press('Control+k')
  await palette.fill(bin.id)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?inspect$/)

  await page.goto(server.url)
  await fetch(`${server.url}/api/bins/${bin.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${bin.ownerKey}` },
  })
  await page.getByRole('link', { name: bin.id }).click()
  await expect(page.getByRole('heading', { name: 'There is no such bin' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await palette.fill('new bin')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Waiting for' })).toBeVisible()
})
