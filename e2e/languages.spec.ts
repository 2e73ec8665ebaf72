import type { Page } from '@playwright/test'
import { expect, own, post, rowsOf, sample, test } from './story.ts'

const languages = [
  ['en', 'English', 'Preferences'],
  ['id', 'Bahasa Indonesia', 'Preferensi'],
  ['fr', 'Français', 'Préférences'],
] as const

test('the language follows the switch, and stays', async ({ page, bin }) => {
  await page.goto(bin.inspectUrl)
  let last: string = 'Preferences'
  for (const [code, name, preferences] of languages.toReversed()) {
    await page.getByRole('button', { name: last }).click()
    await page.getByRole('menuitemradio', { name }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', code)
    await page.keyboard.press('Escape')
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', code)
    last = preferences
  }
})

// Both say most things at greater length than English does.
for (const code of ['id', 'fr'] as const) {
  test.describe(`in ${code} at 390 px`, () => {
    test.use({ locale: code, viewport: { width: 390, height: 844 } })

    test('no word of the page is cut', async ({ page, server, bin }) => {
      test.setTimeout(180_000)
      await post(bin.captureUrl, sample('new-sale'))
      await post(bin.captureUrl, sample('new-sale').replace('"eur"', '"euro"'))
      await own(page, bin, server.url)
      await expect(rowsOf(page, code)).toHaveCount(2)
      for (const address of views(server.url, bin.inspectUrl)) {
        await page.goto(address)
        await page.waitForLoadState('networkidle')
        expect(await cut(page), address).toEqual([])
      }
      await page.goto(bin.inspectUrl)
      await expect(rowsOf(page, code)).toHaveCount(2)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await cut(page), 'keyboard').toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('option').first()).toBeVisible()
      expect(await cut(page), 'commands').toEqual([])
    })
  })
}

function views(url: string, inspect: string): string[] {
  const tabs = ['body', 'raw', 'headers', 'copy', 'reply']
  return [
    url,
    `${url}/events`,
    inspect,
    ...tabs.map((tab) => `${inspect}&seq=2&tab=${tab}`),
    ...['contacts', 'fields', 'scenarios'].map((view) => `${inspect}&view=${view}`),
    `${inspect}&view=compare&of=1,2`,
    `${inspect}&view=series&of=1,2`,
    `${inspect}&q=nothing-like-this`,
  ]
}

/** Words of the page that do not fit into their place, or stand outside of the window. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = 'button, label, summary, legend, dt, th, h2, h3, [role=tab], [role=menuitem]'
    const scrolls = (element: Element | null): boolean => {
      if (!element || element === document.documentElement) return false
      const { overflowX } = getComputedStyle(element)
      return overflowX === 'auto' || overflowX === 'scroll' || scrolls(element.parentElement)
    }
    const shown = [...document.querySelectorAll<HTMLElement>(own)].filter((element) =>
      element.checkVisibility({ checkVisibilityCSS: true }),
    )
    const isCut = (element: HTMLElement) => {
      const { overflowX } = getComputedStyle(element)
      if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) return true
      const { left, right } = element.getBoundingClientRect()
      return (left < -1 || right > innerWidth + 1) && !scrolls(element.parentElement)
    }
    const wide = document.documentElement.scrollWidth - innerWidth
    return [
      ...(wide > 0 ? [`the page is ${wide} px too wide`] : []),
      ...shown.filter(isCut).map((element) => element.outerHTML.slice(0, 200)),
    ]
  })
}
