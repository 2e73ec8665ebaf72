import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { startServer, type RunningServer } from './server.ts'
import { expect, post, sample, test as base, type StoryBin } from './story.ts'
import { startTarget } from './target.ts'

type Target = Awaited<ReturnType<typeof startTarget>>

/** A target, and a server that may send to it. */
const test = base.extend<{ target: Target; server: RunningServer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from the pattern
  target: async ({}, use) => {
    const target = await startTarget()
    await use(target)
    target.stop()
  },
  server: async ({ target }, use) => {
    const server = await startServer(['--forward-to', target.url])
    await use(server)
    await server.dispose()
  },
})

test('a captured request is sent again to a target, edited, and its answer shown', async ({
  page,
  bin,
  target,
}) => {
  await post(`${bin.captureUrl}/orders?a=1`, sample('tag-added'), { authorization: 'Bearer key' })
  await openAsOwner(page, bin, '&seq=1')
  await page.getByRole('button', { name: 'Send again …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send #1 again' })
  await expect(dialog.getByLabel('After the address of the bin')).toHaveValue('/orders?a=1')
  await dialog.getByLabel('Where to').selectOption('A target')
  const body = dialog.getByLabel('Body', { exact: true })
  await body.fill((await body.inputValue()).replace('TagKerenSaya', 'Other tag'))
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  const answer = dialog.getByRole('listitem').first()
  await expect(answer).toContainText('Answered 200')
  await answer.getByText('Headers and body of the answer').click()
  await expect(answer).toContainText('<b>thanks</b>')
  expect(target.hits).toMatchObject([{ method: 'POST', url: '/orders?a=1' }])
  expect(target.hits[0]?.body).toContain('Other tag')
  expect(target.hits[0]?.headers.join()).not.toContain('Bearer key')
  expect(await faults(page)).toEqual([])

  await dialog.getByLabel('Address of the target').fill('http://169.254.169.254/')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('--forward-to')
  await dialog.getByLabel('Where to').selectOption('This bin')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await dialog.getByRole('link', { name: 'Open #2' }).click()
  await expect(page.getByRole('article', { name: 'Request 2' })).toContainText('Valid')
})

test('an event is sent changed, broken and twice', async ({ page, bin }) => {
  await openAsOwner(page, bin)
  await choose(page, 'Send an event …')
  const dialog = page.getByRole('dialog', { name: 'Send an event' })
  await dialog.getByLabel('Event').selectOption('tag-added')
  await dialog.getByLabel('Path 1').fill('data.contact.email')
  await dialog.getByLabel('Value 1').fill('ann@example.com')
  await dialog.getByLabel('sent twice').check()
  await dialog.getByLabel('wrong type').check()
  expect(await faults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('link', { name: 'Open #2' }).click()
  const request = page.getByRole('article', { name: 'Request 2' })
  await expect(request).toContainText('Attempt 2 of 2')
  await expect(request).toContainText('Invalid')
  await expect(request).toContainText('ann@example.com')
})

test('everything is forwarded, and a recording played back', async ({ page, bin, target }) => {
  await openAsOwner(page, bin)
  await choose(page, 'Forward and play back …')
  const dialog = page.getByRole('dialog', { name: 'Forward and play back' })
  await dialog.getByLabel('Address of the target').fill(`${target.url}/hook`)
  await dialog.getByRole('button', { name: 'Forward', exact: true }).click()
  await expect(dialog).toContainText('Everything is sent on to')
  await post(bin.captureUrl, sample('tag-added'))
  await post(bin.captureUrl, sample('page-visited'))
  await expect(dialog).toContainText('2 sent, 0 failed, 0 waiting')
  expect(target.hits.map(({ url }) => url)).toEqual(['/hook', '/hook'])
  await dialog.getByRole('button', { name: 'Stop forwarding' }).click()

  await dialog.getByLabel('To #').fill('2')
  await dialog.getByLabel('Speed').selectOption('100 times faster')
  await dialog.getByRole('button', { name: 'Play back' }).click()
  await expect(dialog).toContainText('Ended: 2 of 2 sent, 0 without an answer')
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main')).toContainText('4 requests')
})

test('a sender that tries again is told with its waits', async ({ page, bin }) => {
  await openAsOwner(page, bin)
  await choose(page, 'Retry lab …')
  const dialog = page.getByRole('dialog', { name: 'Retry lab' })
  await dialog.getByRole('button', { name: '500, 500, 200' }).click()
  await dialog.getByRole('combobox', { name: 'Step 2' }).selectOption('503')
  await dialog.getByRole('button', { name: 'Use these steps' }).click()
  await expect(dialog).toContainText('0 of 3 steps are used')
  const statuses: number[] = []
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const init = { method: 'POST', body: sample('tag-added') }
    statuses.push((await fetch(bin.captureUrl, init)).status)
  }
  expect(statuses).toEqual([500, 503, 200])
  const report = dialog.getByRole('article', { name: /^Tag added/ })
  await expect(report).toContainText('3 attempts')
  await expect(report.getByRole('row', { name: /^#2 .* 503/ })).toBeVisible()
  await expect(dialog).toContainText('3 of 3 steps are used')
  expect(await faults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Begin anew' }).click()
  await expect(dialog).toContainText('0 of 3 steps are used')
})

async function choose(page: Page, name: string) {
  await page.getByRole('button', { name: 'More about this bin' }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** Opens a bin in a browser that has its key. */
async function openAsOwner(page: Page, { id, inspectUrl, ownerKey }: StoryBin, more = '') {
  const bins = JSON.stringify([{ id, name: '', openedAt: 0, ownerKey }])
  await page.addInitScript((text) => localStorage.setItem('binspect.bins', text), bins)
  await page.goto(inspectUrl + more)
}

async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
