import type { Page } from '@playwright/test'
import { expect, own, post, rowsOf, sample, test, type StoryBin } from './story.ts'

test('the split is dragged, moved by keyboard, and remembered', async ({ page, bin }) => {
  await fill(bin)
  await page.goto(bin.inspectUrl)
  const split = page.getByRole('separator', { name: 'Width of the list' })
  const before = Number(await split.getAttribute('aria-valuenow'))
  const box = await split.boundingBox()
  if (!box) throw new Error('the split is not drawn')
  await page.mouse.move(box.x + box.width / 2, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 100, box.y + 200, { steps: 5 })
  await page.mouse.up()
  await expect
    .poll(async () => Number(await split.getAttribute('aria-valuenow')))
    .toBeGreaterThan(before + 90)
  await split.focus()
  await page.keyboard.press('ArrowLeft')
  const after = await split.getAttribute('aria-valuenow')
  expect(Number(after)).toBeLessThan(before + 90)
  await page.reload()
  await expect(split).toHaveAttribute('aria-valuenow', after ?? '')
})

test('every view is an address: back and forward go through them, a copy shows the same', async ({
  page,
  context,
  bin,
}) => {
  await fill(bin)
  await page.goto(bin.inspectUrl)
  await rowsOf(page).filter({ hasText: 'New sale' }).getByRole('link').click()
  await expect(page).toHaveURL(/seq=1$/)
  await page.keyboard.press('3')
  await expect(page).toHaveURL(/seq=1&tab=headers$/)
  await page.keyboard.press('d')
  await page.keyboard.press('Escape')
  await page.goto(`${bin.inspectUrl}&view=compare&of=1,2`)
  await expect(page.getByRole('heading', { name: 'Request 1 beside 2' })).toBeVisible()
  await page.goBack()
  await page.goForward()
  await expect(page.getByRole('heading', { name: 'Request 1 beside 2' })).toBeVisible()

  const teammate = await context.newPage()
  await teammate.goto(`${bin.inspectUrl}&seq=1&tab=headers&q=trigger%3Anew-sale`)
  await expect(teammate.getByRole('article', { name: 'Request 1' })).toBeVisible()
  await expect(teammate.getByRole('tab', { name: 'Headers' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(rowsOf(teammate)).toHaveCount(1)
  await teammate.keyboard.press('Escape')
  await expect(teammate.getByRole('article')).toHaveCount(0)
  await teammate.goBack()
  await expect(teammate.getByRole('article', { name: 'Request 1' })).toBeVisible()
})

test('the theme follows the system, or the choice, which stays', async ({ page, bin }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(bin.inspectUrl)
  const light = await background()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await background()
  expect(dark).not.toBe(light)
  await page.getByRole('button', { name: 'Preferences' }).click()
  await page.getByRole('menuitemradio', { name: 'Light' }).click()
  await expect.poll(background).toBe(light)
  await page.reload()
  await expect.poll(background).toBe(light)
})

test.describe('at 200 % zoom of a window of 1280 by 720', () => {
  // Zoomed, the window has half the room.
  test.use({ viewport: { width: 640, height: 360 } })

  test('everything is there, and nothing has to be scrolled sideways', async ({ page, bin }) => {
    await fill(bin)
    for (const address of [bin.inspectUrl, `${bin.inspectUrl}&seq=1`]) {
      await page.goto(address)
      await expect(page.getByText('New sale').first()).toBeVisible()
      expect(await tooWide(page)).toBe(0)
    }
    const body = page.getByRole('treeitem').filter({ hasText: '"created_at"' }).last()
    await page.getByRole('tab', { name: 'Body' }).scrollIntoViewIfNeeded()
    await page.getByRole('tree').focus()
    await page.keyboard.press('End')
    await expect(body).toBeInViewport()
    await page.keyboard.press('?')
    const close = page.getByRole('dialog').getByRole('button', { name: 'Close' })
    await expect(close).toBeInViewport()
    await page.getByText('Show the keyboard').scrollIntoViewIfNeeded()
    await expect(page.getByText('Show the keyboard')).toBeInViewport()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } })

  test('requests that differ much stand side by side without widening the page', async ({
    page,
    bin,
  }) => {
    await fill(bin)
    await post(bin.captureUrl, sample('webinar-registered'))
    await post(bin.captureUrl, sample('funnel-step-form-subscribed'))
    await page.goto(`${bin.inspectUrl}&view=series&of=1,2,3,4`)
    await expect(page.getByRole('table', { name: 'Differences' })).toBeVisible()
    expect(await tooWide(page)).toBe(0)
  })

  test('lines that wrap are at no moment drawn over each other', async ({ page, bin }) => {
    await post(
      bin.captureUrl,
      JSON.stringify({ links: Array(60).fill(`https://${'long.'.repeat(20)}example`) }),
    )
    await page.addInitScript(watchOverlaps)
    await page.goto(`${bin.inspectUrl}&seq=1`)
    await expect(page.getByRole('treeitem').nth(10)).toBeVisible()
    await page.getByRole('tree').focus()
    await page.keyboard.press('End')
    await expect(page.getByRole('treeitem').last()).toBeInViewport()
    // Put there above.
    expect(await page.evaluate(() => (window as unknown as { overlaps: number }).overlaps)).toBe(0)
  })

  test('the tab that an address names is in sight', async ({ page, bin }) => {
    await fill(bin)
    await page.goto(`${bin.inspectUrl}&seq=1&tab=reply`)
    const tab = page.getByRole('tab', { selected: true })
    await expect(tab).toHaveText('Reply & timing')
    await expect(tab).toBeInViewport({ ratio: 1 })
  })
})

test.describe('on a phone, of a bin with a note and alarms', () => {
  test.use({ viewport: { width: 390, height: 800 } })

  test('both take a line, which unfolds by keyboard', async ({ page, server, bin }) => {
    await noteAndAlarms(server.url, bin)
    await page.goto(`${bin.inspectUrl}&seq=1`)
    const note = page.getByRole('button', { name: /^Only for staging.*Ask Mia for the key\.$/ })
    const alarms = page.getByRole('region', { name: 'Alarms' })
    const latest = alarms.getByRole('button', {
      name: /^2 alarms · Tag added: a rule fired 2 times/,
    })
    for (const line of [note, latest]) {
      await expect(line).toHaveAttribute('aria-expanded', 'false')
      expect((await line.boundingBox())?.height).toBeLessThan(38)
    }
    await latest.press('Enter')
    const open = alarms.getByRole('button', { name: '2 alarms', exact: true })
    await expect(open).toBeFocused()
    await expect(alarms.getByRole('listitem')).toHaveCount(2)
    await expect(alarms.getByRole('link', { name: '#5' })).toBeInViewport()
    await open.press('Enter')
    await expect(alarms.getByRole('listitem')).toHaveCount(0)

    await note.press('Enter')
    await expect(page.getByRole('region', { name: 'Note on this bin' })).toContainText('Ask Mia')
    expect(await tooWide(page)).toBe(0)
  })

  test('the retry lab tells what changed across the width of its rows', async ({
    page,
    server,
    bin,
  }) => {
    await post(bin.captureUrl, sample('tag-added'))
    await post(bin.captureUrl, sample('tag-added'), { 'x-attempt': '2' })
    await own(page, bin, server.url)
    await expect(page.getByRole('list', { name: 'Requests' })).toBeVisible()
    await page.getByRole('button', { name: 'More about this bin' }).click()
    await page.getByRole('menuitem', { name: 'Retry lab' }).click()
    const lab = page.getByRole('dialog', { name: 'Retry lab' })
    const change = lab.getByText('1 difference from the attempt before')
    await change.click()
    await expect(lab.getByRole('row', { name: 'x-attempt absent 2' })).toBeVisible()
    expect((await change.boundingBox())?.height).toBeLessThan(24)
    const report = lab.getByRole('region', { name: /^Tag added · / })
    expect(await report.evaluate((part) => part.scrollWidth - part.clientWidth)).toBe(0)
  })
})

for (const width of [390, 1024]) {
  test(`the tools of a body stand in one line at ${width} px`, async ({ page, bin }) => {
    await page.setViewportSize({ width, height: 800 })
    await fill(bin)
    await page.goto(`${bin.inspectUrl}&seq=1`)
    const tools = ['Unfold all', 'Fold all', 'Copy body', 'Download'].map((name) =>
      page.getByRole('button', { name, exact: true }),
    )
    const find = page.getByRole('textbox', { name: 'Find in the body' })
    const centres = new Set<number>()
    for (const tool of [...tools, find]) {
      const box = await tool.boundingBox()
      centres.add(Math.round((box?.y ?? 0) + (box?.height ?? 0) / 2))
    }
    expect(centres.size).toBe(1)
    // What has no words has a hint.
    await expect(page.getByTitle('Fold all', { exact: true })).toBeVisible()
  })
}

test('the list stands still while the counts above it arrive', async ({ page, bin }) => {
  await fill(bin)
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/facets*', async (route) => {
    await asked
    await route.continue()
  })
  await page.goto(bin.inspectUrl)
  await expect(rowsOf(page)).toHaveCount(2)
  const before = await rowsOf(page).first().boundingBox()
  answer()
  await expect(page.getByRole('region', { name: 'What the bin holds' })).toBeVisible()
  expect(await rowsOf(page).first().boundingBox()).toEqual(before)
})

test('who wants no motion sees none', async ({ page, bin }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(bin.inspectUrl)
  const button = page.getByRole('button', { name: 'Copy URL' })
  await expect(button).toHaveCSS('transition-duration', '0.001s')
})

test('screen readers are told of arrivals together, not one by one', async ({ page, bin }) => {
  await fill(bin)
  await page.goto(bin.inspectUrl)
  await expect(rowsOf(page)).toHaveCount(2)
  const log = page.getByRole('log', { name: 'Arrivals' })
  await expect(log).toHaveText('')
  await log.evaluate((element) => {
    const told: string[] = []
    new MutationObserver(() => told.push(element.textContent ?? '')).observe(element, {
      characterData: true,
      childList: true,
      subtree: true,
    })
    Object.assign(window, { told })
  })
  for (let n = 0; n < 8; n += 1) await post(bin.captureUrl, sample('tag-added'))
  await expect(log).toHaveText('8 new requests, the newest: Tag added.')
  // Put there above.
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told)
  expect(told).toHaveLength(1)
})

async function fill(bin: StoryBin) {
  await post(bin.captureUrl, sample('new-sale'))
  await post(bin.captureUrl, sample('tag-added'))
}

/** A note of two lines, and rules that fired twice for two contacts. */
async function noteAndAlarms(serverUrl: string, bin: StoryBin) {
  await fetch(`${serverUrl}/api/bins/${bin.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bin.ownerKey}` },
    body: JSON.stringify({ note: `Only for ${'staging '.repeat(20)}\nAsk Mia for the key.` }),
  })
  await fill(bin)
  const tag = sample('tag-added')
  for (const contact of ['29142804', '29142805']) {
    const mine = tag.replaceAll('29143587', contact)
    await post(bin.captureUrl, mine)
    await post(bin.captureUrl, mine.replace('09:52:38', '09:52:42'))
  }
}

function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))
}

/** Counts, frame by frame, the lines that begin before the line above them ends. */
function watchOverlaps(): void {
  const watched = Object.assign(window, { overlaps: 0 })
  const look = () => {
    const boxes = [...document.querySelectorAll('[role=treeitem]')].map((line) =>
      line.getBoundingClientRect(),
    )
    boxes.sort((one, other) => one.top - other.top)
    for (const [at, box] of boxes.entries()) {
      const above = boxes[at - 1]
      if (above && above.bottom > box.top + 1) watched.overlaps += 1
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
