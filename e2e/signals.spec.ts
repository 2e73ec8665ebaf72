import type { Page } from '@playwright/test'
import { expect, post, rowsOf, sample, test } from './story.ts'

test('nothing rings or pops up until it is asked for; then it does', async ({ page, bin }) => {
  await watchSignals(page)
  await page.goto(bin.inspectUrl)
  await post(bin.captureUrl, sample('tag-added'))
  await expect(rowsOf(page)).toHaveCount(1)
  expect(await signals(page)).toEqual({ asked: 0, shown: [], notes: 0 })

  const preferences = page.getByRole('button', { name: 'Preferences' })
  await preferences.click()
  await page.getByRole('menuitemcheckbox', { name: 'Notification of the browser' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Sound' }).click()
  await expect(page.getByRole('menuitemcheckbox', { checked: true })).toHaveCount(2)
  await page.keyboard.press('Escape')
  expect((await signals(page)).asked).toBe(1)

  // Whoever looks at the page sees it there.
  await post(bin.captureUrl, sample('tag-added'))
  await expect(rowsOf(page)).toHaveCount(2)
  await expect.poll(async () => (await signals(page)).notes).toBe(2)
  expect((await signals(page)).shown).toEqual([])

  await page.evaluate(() => Object.assign(document, { hasFocus: () => false }))
  await post(bin.captureUrl, sample('new-sale'))
  await expect
    .poll(async () => (await signals(page)).shown)
    .toEqual([`${bin.id}: New request: New sale.`])

  // Off again after a reload, if it was turned off.
  await page.reload()
  await preferences.click()
  await expect(page.getByRole('menuitemcheckbox', { checked: true })).toHaveCount(2)
})

test('where the browser forbids notifications the page says so', async ({ page, bin }) => {
  await watchSignals(page, 'denied')
  await page.goto(bin.inspectUrl)
  await page.getByRole('button', { name: 'Preferences' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Notification of the browser' }).click()
  await expect(page.getByText('The browser does not allow notifications')).toBeVisible()
  await expect(page.getByRole('menuitemcheckbox', { checked: true })).toHaveCount(0)
})

type Signals = { asked: number; shown: string[]; notes: number }

/** Puts a listener in the place of what the browser would show and play. */
async function watchSignals(page: Page, answer: NotificationPermission = 'granted') {
  await page.addInitScript((answer) => {
    const seen: Signals = { asked: 0, shown: [], notes: 0 }
    class Shown extends EventTarget {
      static permission = answer
      static requestPermission() {
        seen.asked += 1
        return Promise.resolve(answer)
      }
      constructor(title: string, { body }: { body: string }) {
        super()
        seen.shown.push(`${title}: ${body}`)
      }
    }
    class Heard extends AudioContext {
      override createOscillator() {
        seen.notes += 1
        return super.createOscillator()
      }
    }
    Object.assign(window, { Notification: Shown, AudioContext: Heard, seen })
  }, answer)
}

function signals(page: Page): Promise<Signals> {
  // Put there above.
  return page.evaluate(() => (window as unknown as { seen: Signals }).seen)
}
