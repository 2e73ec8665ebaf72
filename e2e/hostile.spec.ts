import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { corpora, payloads, rows } from './corpora.ts'
import { expect, post, test } from './story.ts'

/** Files that run script in Chromium when put into a page as HTML. */
function knownToRun(): string[] {
  return rows('xss/EXECUTES.chromium-156.tsv').flatMap(([file = '', , html]) =>
    html === '1' ? [file] : [],
  )
}

test('no payload of the corpora runs, calls out or breaks the page', async ({
  page,
  server,
  bin,
}) => {
  test.setTimeout(300_000)
  const running = new Set(rows('xss/EXECUTES.chromium-156.tsv').map(([file]) => file))
  const every = process.env.BINSPECT_LONG === '1' ? 1 : 12
  const hostile = payloads().filter(
    ({ path }, index) => running.has(path) || (/xss/.test(path) && index % every === 0),
  )
  for (const file of hostile) {
    const headers = { 'content-type': file.contentType }
    await fetch(bin.captureUrl, { method: 'POST', headers, body: file.bytes() })
  }
  const signs = await watch(page, server.url)
  for (const tab of ['body', 'raw']) {
    await page.goto(`${bin.inspectUrl}&seq=${hostile.length}&tab=${tab}`)
    for (let seq = hostile.length; seq > 0; seq -= 1) {
      await expect(page.getByRole('article', { name: `Request ${seq}`, exact: true })).toBeVisible()
      await expect(page.getByRole('tabpanel')).toBeVisible()
      await page.keyboard.press('j')
    }
  }
  expect(signs).toEqual([])
})

test('the same watch sees the payloads run in a page that is careless', async ({
  page,
  server,
}) => {
  const signs = await watch(page, server.url)
  let seen = 0
  for (const file of knownToRun()) {
    await page.goto('about:blank')
    await page.evaluate(
      (html) => {
        document.body.innerHTML = html
      },
      readFileSync(join(corpora(), file), 'utf8'),
    )
    await page.waitForTimeout(100)
    if (signs.length > 0) seen += 1
    signs.length = 0
  }
  expect(seen).toBeGreaterThan(25)
})

test('headers, query, path and names of a sender stay text', async ({ page, server, bin }) => {
  const script = '<img src=x onerror=alert(1)>'
  const signs = await watch(page, server.url)
  await post(
    `${bin.captureUrl}/${encodeURIComponent(script)}?q=${encodeURIComponent(script)}`,
    '{}',
    {
      'x-hostile': script,
      'content-type': `text/html; x="${script}"`,
    },
  )
  await page.goto(`${bin.inspectUrl}&seq=1&tab=headers`)
  await expect(page.getByRole('tabpanel')).toContainText(script)
  await page.goto(`${bin.inspectUrl}&seq=1&tab=query`)
  await expect(page.getByRole('tabpanel')).toContainText(script)
  expect(signs).toEqual([])
})

/** Collects what a payload would do: call a dialog, reach another host, break the page. */
async function watch(page: Page, own: string): Promise<string[]> {
  const signs: string[] = []
  await page.exposeFunction('__ran', (name: string) => signs.push(`ran: ${name}`))
  await page.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print']) {
      Object.defineProperty(window, name, {
        value: () => (window as unknown as { __ran(name: string): void }).__ran(name),
      })
    }
  })
  page.on('dialog', (dialog) => {
    signs.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => signs.push(`error: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    const isOwn = url.startsWith(own) || url.startsWith(own.replace('http:', 'ws:'))
    if (!isOwn && !/^(about|data|blob):/.test(url)) signs.push(`request: ${url}`)
  })
  return signs
}
