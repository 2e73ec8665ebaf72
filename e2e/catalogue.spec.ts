import { expect, test } from './story.ts'

test('the top bar stays in sight, and no event is hidden under it', async ({ page, server }) => {
  await page.goto(`${server.url}/events`)
  const bar = page.getByRole('banner')
  await page.getByRole('navigation').getByRole('link', { name: 'Sale canceled' }).click()
  const sale = page.getByRole('article', { name: 'Sale canceled' })
  await expect(sale).toBeInViewport()
  await expect(bar).toBeInViewport({ ratio: 1 })
  const [top, under] = [await sale.boundingBox(), await bar.boundingBox()]
  expect(top?.y).toBeGreaterThanOrEqual(under?.height ?? 0)
})

test('an event is told as a sample, a table and TypeScript to copy', async ({ page, server }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${server.url}/events#new-sale`)
  const sale = page.getByRole('article', { name: 'New sale' }).first()
  await expect(sale).toContainText('PENJUALAN BARU')
  await sale.getByText('Sample and shape').click()

  const table = sale.getByRole('region', { name: 'Shape' }).getByRole('table')
  const rowOf = (path: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: path, exact: true }) })
  await expect(table.getByRole('columnheader')).toHaveText([
    'Path',
    'Type',
    'Null',
    'Present',
    'Example',
    'Remark',
  ])
  await expect(rowOf('data.customer.client_ip').getByRole('cell')).toHaveText([
    'string (IPv4 or IPv6 address)',
    'no',
    'always',
    '"172.31.31.127"',
    '',
  ])
  await expect(rowOf('data.coupon')).toContainText('only null seen')
  await expect(rowOf('data.price_plan')).toContainText('sometimes')

  await sale.getByRole('button', { name: 'Copy as TypeScript' }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain('export type NewSale = {')
  await page.getByRole('button', { name: 'Copy as TypeScript' }).first().click()
  await expect.poll(copied).toContain('export type AutomationEvent =')
})
