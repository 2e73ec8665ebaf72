import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page, Route } from '@playwright/test'
import { createBin, expect, own, post, rowsOf, sample, test, type StoryBin } from './story.ts'

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

    // In the dark theme, which shares every token with the views above, the long run looks at the rest.
    if (colorScheme === 'light' || process.env.BINSPECT_LONG === '1') {
      test('no dialog of a bin has an accessibility fault', async ({ page, server, bin }) => {
        test.setTimeout(300_000)
        await post(bin.captureUrl, '{"ref":"refs/heads/main"}')
        await own(page, bin, server.url)
        for (const [item, name, fill] of dialogs) {
          await page.getByRole('button', { name: 'More about this bin' }).click()
          await page.getByRole('menuitem', { name: item, exact: true }).click()
          const dialog = page.getByRole('dialog', { name, exact: true })
          await expect(dialog).toBeVisible()
          await fill?.(dialog)
          await dialog.evaluate((box) => {
            for (const more of box.querySelectorAll('details')) more.open = true
          })
          expect(await faults(page, 'dialog'), name).toEqual([])
          await page.keyboard.press('Escape')
          await expect(dialog).toHaveCount(0)
        }
      })

      test('no editor of a request has an accessibility fault', async ({ page, server, bin }) => {
        test.setTimeout(120_000)
        await post(bin.captureUrl, '{"ref":"refs/heads/main"}')
        await own(page, bin, server.url)
        await rowsOf(page).first().getByRole('link').click()
        const request = page.getByRole('article', { name: 'Request 1' })
        await request.getByRole('button', { name: 'Expect this from now on …' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('Name of the event').fill('Push')
        await dialog.getByLabel('JSON Schema of the body').fill('{')
        await dialog.getByRole('button', { name: 'Save' }).click()
        await expect(dialog.getByRole('alert')).toContainText('This is not JSON')
        expect(await faults(page, 'dialog'), 'own shape').toEqual([])
        await page.keyboard.press('Escape')
        await request.getByRole('button', { name: 'Send again …' }).click()
        await expect(dialog).toBeVisible()
        expect(await faults(page, 'dialog'), 'replay').toEqual([])
      })

      test('no page of a share has an accessibility fault', async ({ page, server, bin }) => {
        test.setTimeout(120_000)
        await fill(bin)
        const link = await share(server.url, bin, {})
        await page.goto(link.url)
        await expect(page.getByText('Shared with you')).toBeVisible()
        await expect(rowsOf(page).or(page.getByRole('article')).first()).toBeVisible()
        expect(await faults(page), 'share').toEqual([])
        await page.goto((await share(server.url, bin, { password: 'tulip' })).url)
        await page.getByLabel('Password').fill('rose')
        await page.getByRole('button', { name: 'Open' }).click()
        await expect(page.getByRole('alert')).toBeVisible()
        expect(await faults(page), 'password').toEqual([])
        await page.goto(`${server.url}/share#${'x'.repeat(16)}.${'y'.repeat(22)}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await faults(page), 'no share').toEqual([])
      })

      test('no start page, and no page that the server writes, has one', async ({
        page,
        server,
        bin,
      }) => {
        test.setTimeout(120_000)
        await page.route('**/api/bins', (route) => route.abort())
        await page.goto(server.url)
        await expect(page.getByRole('alert')).toBeVisible()
        expect(await faults(page), 'no bin can be made').toEqual([])
        await page.unroute('**/api/bins')
        await page.goto((await createBin(server.url)).inspectUrl)
        await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
        await own(page, bin, server.url)
        await page.goto(server.url)
        await expect(page.getByRole('listitem').first()).toBeVisible()
        expect(await faults(page), 'bins').toEqual([])
        await page.route(/\/bin\//, withoutSandbox)
        for (const [path, title] of [
          [`/bin/${bin.id}`, 'This visit was captured'],
          ['/bin/no-such-bin', 'There is no such bin'],
          ['/api/nothing', 'There is nothing here'],
        ] as const) {
          await page.goto(server.url + path)
          await expect(page.getByRole('heading', { name: title })).toBeVisible()
          expect(await faults(page), path).toEqual([])
        }
      })
    }
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

/** Dialogs by the items of the menu that open them, and what is to be done in each before it is looked at. */
const dialogs: [item: string, name: string, fill?: (dialog: Locator) => Promise<void>][] = [
  ['Settings', 'Settings'],
  ['Reply to senders', 'Reply to senders'],
  ['Share …', 'Share this bin', makeLink],
  ['Send an event …', 'Send an event', sendBroken],
  ['Forward and play back …', 'Forward and play back'],
  ['Retry lab …', 'Retry lab'],
  ['Who else looks …', 'Who else looks'],
  ['Own shapes …', 'Own shapes of this bin'],
  ['Delete the bin …', 'Delete the bin?'],
]

async function makeLink(dialog: Locator) {
  await dialog.getByRole('button', { name: 'Make a link and copy it' }).click()
  await expect(dialog.getByRole('listitem')).toBeVisible()
}

async function sendBroken(dialog: Locator) {
  await dialog.getByLabel('sent twice').check()
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
}

async function share(url: string, bin: StoryBin, body: object): Promise<{ url: string }> {
  const response = await fetch(`${url}/api/bins/${bin.id}/shares`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bin.ownerKey}` },
    body: JSON.stringify(body),
  })
  // The shape is the API's own promise, checked by the server's tests.
  return (await response.json()) as { url: string }
}

/** Where scripts are forbidden axe cannot look. */
async function withoutSandbox(route: Route) {
  const response = await route.fetch()
  const policy = response.headers()['content-security-policy'] ?? ''
  const headers = { 'content-security-policy': policy.replace(/^sandbox; /, '') }
  await route.fulfill({ response, headers: { ...response.headers(), ...headers } })
}

/** @param part of the page that is looked at; all of it unless given */
async function faults(page: Page, part = 'html') {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
