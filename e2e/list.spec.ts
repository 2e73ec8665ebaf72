import type { Page } from '@playwright/test'
import { expect, post, rowsOf, sample, test, type StoryBin } from './story.ts'

test('rows are selected by key, box and shift-click', async ({ page, bin }) => {
  await fill(bin, 4)
  await page.goto(`${bin.inspectUrl}&seq=4`)
  const selection = page.getByRole('toolbar', { name: 'Selection' })
  await expect(page.getByRole('article', { name: 'Request 4' })).toBeVisible()
  await page.keyboard.press('x')
  await expect(selection).toContainText('1 selected')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(selection).toContainText('3 selected')
  await page.keyboard.press('Escape')
  await expect(selection).toBeHidden()

  await rowsOf(page)
    .nth(3)
    .getByRole('link')
    .click({ modifiers: ['Shift'] })
  await expect(selection).toContainText('2 selected')
  await page.getByRole('checkbox', { name: 'Select request 4' }).click()
  await expect(selection).toContainText('3 selected')
})

test('what is deleted can be taken back, and goes when the page is left', async ({ page, bin }) => {
  await fill(bin, 3)
  await own(page, bin)
  await page.goto(`${bin.inspectUrl}&seq=2`)
  await page.getByRole('button', { name: 'Delete the request' }).click()
  await expect(rowsOf(page)).toHaveCount(2)
  expect(await seqsOf(bin)).toEqual([3, 2, 1])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rowsOf(page)).toHaveCount(3)

  await page.getByRole('button', { name: 'More about this bin' }).click()
  await page.getByRole('menuitem', { name: 'Delete all requests' }).click()
  await expect(page.getByText('All requests deleted.')).toBeVisible()
  await post(bin.captureUrl, '{"later":true}')
  await expect(rowsOf(page)).toHaveCount(1)
  await page.keyboard.press('z')
  await expect(rowsOf(page)).toHaveCount(4)

  await page.goto(`${bin.inspectUrl}&seq=1`)
  await page.getByRole('button', { name: 'Delete the request' }).click()
  await expect(rowsOf(page)).toHaveCount(3)
  await page.reload()
  await expect.poll(() => seqsOf(bin)).toEqual([4, 3, 2])
})

test('the keyboard goes to both ends, pins, and makes a bin', async ({ page, bin }) => {
  await fill(bin, 3)
  await own(page, bin)
  await page.goto(bin.inspectUrl)
  await expect(rowsOf(page)).toHaveCount(3)
  await page.keyboard.press('G')
  await expect(page.getByRole('article', { name: 'Request 1' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('g')
  await expect(page.getByRole('article', { name: 'Request 3' })).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: /^Pin/ })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('n')
  await expect(page).not.toHaveURL(new RegExp(bin.id))
  await expect(page.getByRole('heading', { name: 'Waiting for' })).toBeVisible()
})

test('counts by verdict, event and time filter the list and stand in the address', async ({
  page,
  bin,
}) => {
  await fill(bin, 2)
  await post(bin.captureUrl, sample('new-sale').replace('"eur"', '"euro"'))
  await page.goto(bin.inspectUrl)
  const verdicts = page.getByRole('list', { name: 'By verdict' })
  await verdicts.getByRole('button', { name: /^Valid/ }).click()
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(page).toHaveURL(/q=verdict%3Avalid$/)
  await page
    .getByRole('list', { name: 'By event' })
    .getByRole('button', { name: /New sale/ })
    .click()
  await expect(page.getByText('No request matches')).toBeVisible()
  await verdicts.getByRole('button', { name: /^Valid/ }).click()
  await expect(rowsOf(page)).toHaveCount(1)
  await page.goBack()
  await page.goBack()
  await expect(rowsOf(page)).toHaveCount(2)

  await page.goto(bin.inspectUrl)
  const chart = page.getByRole('slider', { name: /^3 requests from/ })
  await chart.click({ position: { x: 2, y: 10 } })
  await expect(page).toHaveURL(/q=since%3A.+until%3A/)
  await page.getByRole('button', { name: 'All times' }).click()
  await expect(rowsOf(page)).toHaveCount(3)
})

test('a part of the time is chosen by keyboard', async ({ page, bin }) => {
  await fill(bin, 2)
  await page.goto(bin.inspectUrl)
  const time = page.getByRole('slider', { name: /^2 requests from/ })
  await expect(time).toHaveAttribute('aria-valuetext', 'All times')
  await expect(time).toHaveAccessibleDescription(/arrow keys choose a time/)
  await time.focus()
  await page.keyboard.press('Home')
  await expect(time).toHaveAttribute('aria-valuetext', /^0 requests from/)
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(time).toHaveAttribute('aria-valuenow', '2')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=since%3A.+until%3A/)
  await expect(page.getByText('No request matches')).toBeVisible()
  // What is chosen stays where it was, and goes on from there.
  await expect(time).toBeFocused()
  await page.keyboard.press('Shift+End')
  await expect(time).toHaveAttribute('aria-valuetext', /^2 requests from/)
  await page.keyboard.press('Escape')
  await expect(time).toHaveAttribute('aria-valuetext', /^0 requests from/)
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Enter')
  await expect(rowsOf(page)).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/q=/)
  await expect(time).toHaveAttribute('aria-valuetext', 'All times')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').getByText('On the timeline')).toBeVisible()
})

test('what arrives out of sight is counted in the title and on the icon', async ({ page, bin }) => {
  await fill(bin, 1)
  await page.goto(bin.inspectUrl)
  await expect(rowsOf(page)).toHaveCount(1)
  await hide(page, true)
  await fill(bin, 2)
  await expect(page).toHaveTitle(/^\(2\) /)
  const icon = page.locator('link[rel=icon]')
  await expect(icon).toHaveAttribute('href', /^data:image\/png/)
  await hide(page, false)
  await expect(page).not.toHaveTitle(/^\(/)
  await expect(icon).toHaveAttribute('href', /\.svg$/)
})

/** Says to the page that its window is hidden, or not, as another tab in front of it would. */
async function hide(page: Page, isHidden: boolean) {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isHidden ? 'hidden' : 'visible',
  )
}

async function fill(bin: StoryBin, count: number) {
  for (let n = 0; n < count; n += 1) await post(bin.captureUrl, sample('tag-added'))
}

/** Gives the browser the owner key, as if the bin had been made in it. */
async function own(page: Page, { id, ownerKey }: StoryBin) {
  await page.addInitScript(
    (known) => localStorage.setItem('binspect.bins', JSON.stringify([known])),
    { id, name: '', openedAt: 1, ownerKey },
  )
}

async function seqsOf({ captureUrl, id }: StoryBin): Promise<number[]> {
  const response = await fetch(new URL(`/api/bins/${id}/requests`, captureUrl))
  // The shape is the API's own promise.
  const { requests } = (await response.json()) as { requests: { seq: number }[] }
  return requests.map(({ seq }) => seq)
}
