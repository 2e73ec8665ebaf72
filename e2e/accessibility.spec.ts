import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, own, post, rowsOf, sample, test, type StoryBin } from './story.ts'

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test.describe(`in the ${colorScheme} theme at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } })

    test('no view has an accessibility fault', async ({ page, server, bin }) => {
      test.setTimeout(300_000)
      await fill(bin)
      for (const [address, landmark] of views(server.url, bin)) {
        await page.goto(address)
        await expect(page.getByText(landmark).first()).toBeVisible()
        expect(await faults(page), address).toEqual([])
      }
    })

    test('no menu and no dialog has an accessibility fault', async ({ page, server, bin }) => {
      test.setTimeout(120_000)
      await own(page, bin, server.url)
      await page.getByText('Why did nothing arrive?').click()
      await page.getByRole('button', { name: 'Test this bin' }).click()
      await expect(page.getByText('shown the moment it was kept.')).toBeVisible()
      expect(await faults(page), 'help').toEqual([])
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('option').first()).toBeVisible()
      expect(await faults(page), 'commands').toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await faults(page), 'keyboard').toEqual([])
      await page.keyboard.press('Escape')
      for (const menu of ['Preferences', 'More about this bin', 'Send a documented event']) {
        await page.getByRole('button', { name: menu }).or(page.getByTitle(menu)).first().click()
        await expect(page.locator('[role^=menuitem]').first()).toBeVisible()
        expect(await faults(page), menu).toEqual([])
        await page.keyboard.press('Escape')
      }
    })
  })
}

test('a bin is used by keyboard alone', async ({ page, bin }) => {
  await fill(bin)
  await page.goto(bin.inspectUrl)
  await expect(rowsOf(page)).toHaveCount(2)
  await page.keyboard.press('j')
  await expect(page.getByRole('article', { name: 'Request 2' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('article', { name: 'Request 1' })).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByRole('tab', { name: 'Headers' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('k')
  await expect(page.getByRole('article', { name: 'Request 2' })).toBeVisible()

  await page.keyboard.press('/')
  await page.keyboard.type('jk')
  await expect(page.getByRole('combobox', { name: 'Search requests' })).toHaveValue('jk')
  await expect(page.getByRole('article', { name: 'Request 2' })).toBeVisible()
})

test('wide tables are scrolled to their last column by keyboard and by mouse', async ({
  page,
  bin,
}) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  await fill(bin)
  for (const trigger of ['tag-added', 'page-visited', 'webinar-registered', 'course-enrolled']) {
    await post(bin.captureUrl, sample(trigger))
  }
  for (const [view, name] of [
    ['fields&trigger=new-sale', 'New sale'],
    ['series&of=1,2,3,4,5,6', 'Differences'],
  ]) {
    await page.goto(`${bin.inspectUrl}&view=${view}`)
    const region = page.getByRole('region', { name, exact: true })
    const last = region.getByRole('columnheader').last()
    await expect(last).not.toBeInViewport({ ratio: 1 })
    await region.focus()
    for (let n = 0; n < 40; n += 1) await page.keyboard.press('ArrowRight')
    await expect(last).toBeInViewport({ ratio: 1 })
    // The keys are the table's: no request is opened.
    const row = region.getByRole('row').last()
    await page.keyboard.press('ArrowDown')
    await expect(page).toHaveURL(/view=/)
    await page.keyboard.press('End')
    await expect(row).toBeInViewport()

    await region.evaluate((part) => part.scrollTo(0, 0))
    await region.hover()
    await page.mouse.wheel(2000, 0)
    await expect(last).toBeInViewport({ ratio: 1 })
  }
})

test('Enter on what unfolds unfolds it', async ({ page, bin }) => {
  await fill(bin)
  await page.goto(bin.inspectUrl)
  await expect(rowsOf(page)).toHaveCount(2)
  await page.getByText('Why did nothing arrive?').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Compare the id in the rule')).toBeVisible()
})

async function fill(bin: StoryBin) {
  await post(bin.captureUrl, sample('new-sale'))
  await post(bin.captureUrl, sample('new-sale').replace('"eur"', '"euro"'))
}

function views(url: string, bin: StoryBin): [address: string, landmark: string][] {
  return [
    [bin.inspectUrl, 'New sale'],
    [`${bin.inspectUrl}&seq=2`, 'breaks its documented shape'],
    [`${bin.inspectUrl}&view=fields`, 'as documented'],
    [`${bin.inspectUrl}&view=compare&of=1,2`, 'offer_price_plan/currency'],
    [`${bin.inspectUrl}&view=series&of=1,2`, 'Only what changes'],
    [`${bin.inspectUrl}&view=contacts`, '1 contact'],
    [`${bin.inspectUrl}&seq=2&tab=copy`, 'curl -X POST'],
    [`${bin.inspectUrl}&seq=2&tab=headers`, 'user-agent'],
    [`${bin.inspectUrl}&seq=2&tab=reply`, '200'],
    [`${bin.inspectUrl}&view=scenarios`, 'There are none yet'],
    [`${bin.inspectUrl}&q=nothing-like-this`, 'No request matches'],
    [`${url}/bin/no-such-bin?inspect`, 'There is no such bin'],
    [`${url}/events`, 'Documented events'],
    [url, 'New bin'],
  ]
}

async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
