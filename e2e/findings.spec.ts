import { expect, post, rowsOf, sample, test } from './story.ts'

test('a broken sale shows each finding at its own line', async ({ page, bin }) => {
  const broken = sample('new-sale')
    .replace('"email": "test-1922@systeme.io"', '"email": "not-an-email"')
    .replace('"direct_charge_amount": 583', '"direct_charge_amount": "583"')
  await post(bin.captureUrl, broken)
  await page.goto(bin.inspectUrl)
  await rowsOf(page).first().click()

  const request = page.getByRole('article', { name: 'Request 1' })
  await expect(request).toContainText('A documented event that breaks its documented shape.')
  const line = request.getByRole('treeitem').filter({ hasText: '"not-an-email"' })
  await expect(line).toContainText('Wrong format')

  // Errors come first, though four hints stand before this one in the text.
  await request.getByRole('button', { name: '/data/offer_price_plan/direct_charge_amount' }).click()
  const amount = request.getByRole('treeitem').filter({ hasText: '"direct_charge_amount"' })
  await expect(amount).toBeInViewport()
  await expect(amount).toContainText('Wrong type')
})

test('hints alone leave the room to the body, and are all there when asked for', async ({
  page,
  bin,
}) => {
  await post(bin.captureUrl, sample('new-sale'))
  await page.goto(`${bin.inspectUrl}&seq=1`)
  const findings = page.getByRole('region', { name: '4 findings' }).getByRole('listitem')
  await expect(findings).toHaveCount(1)
  await page.getByRole('button', { name: 'Show all 4 findings' }).click()
  await expect(findings).toHaveCount(4)
})

test('numbers, escapes and duplicate keys are shown as they were sent', async ({ page, bin }) => {
  const body = String.raw`{"big":9007199254740993,"float":1.0,"huge":1e400,"zero":-0,"a":"\/\u00e9","a":2}`
  await post(bin.captureUrl, body)
  await page.goto(`${bin.inspectUrl}&seq=1`)
  const tree = page.getByRole('tree')
  for (const text of ['9007199254740993', '1.0', '1e400', '-0', String.raw`"\/\u00e9"`]) {
    await expect(tree).toContainText(text)
  }
  await expect(tree.getByRole('treeitem').filter({ hasText: '"a"' })).toHaveCount(2)
})

test('half a document is shown up to where it was cut off', async ({ page, bin }) => {
  const whole = sample('new-sale')
  await post(bin.captureUrl, whole.slice(0, 900))
  await page.goto(`${bin.inspectUrl}&seq=1`)
  const request = page.getByRole('article', { name: 'Request 1' })
  await expect(request).toContainText('Unreadable')
  await expect(request).toContainText('Cut off')
  await expect(request.getByRole('tree')).toContainText('"payment_processor"')
})

for (const [locale, missing, wrong] of [
  ['id-ID', 'Kunci "email" tidak ada: diharapkan string (alamat email)', 'ditemukan string "583"'],
  ['fr-FR', 'La clé « email » manque ; attendu : une chaîne', 'trouvé : la chaîne "583"'],
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('findings are told in the language of the page', async ({ page, bin }) => {
      const broken = sample('new-sale')
        .replace('"email": "test-1922@systeme.io"', '"mail": "test-1922@systeme.io"')
        .replace('"direct_charge_amount": 583', '"direct_charge_amount": "583"')
      await post(bin.captureUrl, broken)
      await page.goto(`${bin.inspectUrl}&seq=1`)
      const request = page.getByRole('article')
      await expect(request).toContainText(missing)
      await expect(request).toContainText(wrong)
    })
  })
}
