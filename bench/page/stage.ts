import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import type { RunningServer } from '../child.ts'
import { createBins, startBinspect } from '../contestants.ts'

/** Where the page is measured: the built program, a bin on it, and a browser. */
export type Stage = {
  server: RunningServer
  browser: Browser
  /** Address of the server, without a slash at its end. */
  url: string
  /** Makes a bin of its own for a measurement. */
  bin: () => Promise<PageBin>
  close: () => Promise<void>
}

export type PageBin = { target: string; captureUrl: string; inspectUrl: string }

/** @param folder for data @param executablePath of a Chromium; empty: Playwright's own */
export async function openStage(folder: string, executablePath: string): Promise<Stage> {
  const binspect = await startBinspect(folder, ['--max-requests', '200000'])
  const url = `http://127.0.0.1:${binspect.server.port}`
  const browser = await chromium.launch({
    ...(executablePath === '' ? {} : { executablePath }),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  return {
    server: binspect.server,
    browser,
    url,
    async bin() {
      const [target = ''] = await createBins(binspect, 1)
      return { target, captureUrl: url + target, inspectUrl: `${url}${target}?inspect` }
    },
    async close() {
      await browser.close()
      await binspect.server.stop()
    },
  }
}

/** A tab with nothing in its cache. */
export async function newTab(browser: Browser): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  })
  return { context, page: await context.newPage() }
}

/** A row of the list. */
export const row = 'main ol > li'

/** Sends one body to a bin. */
export async function post(url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const { status } = await fetch(url, { method: 'POST', headers, body })
  if (status !== 200) throw new Error(`Not captured: ${status}`)
}
