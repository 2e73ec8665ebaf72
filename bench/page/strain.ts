import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright'
import type { Figure } from './figure.ts'
import { newTab, row, type Stage } from './stage.ts'
import type { LoadJob, LoadResult } from '../load/job.ts'
import type { Worker } from '../worker.ts'

type Load = Worker<LoadJob, LoadResult>

/** The main thread while 200 requests a second arrive. */
export async function measureStream(stage: Stage, load: Load): Promise<Figure[]> {
  const { target, inspectUrl } = await stage.bin()
  const { page, context } = await newTab(stage.browser)
  await page.addInitScript(watchTasks)
  await page.goto(inspectUrl)
  await page.getByRole('heading', { level: 2 }).waitFor()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  const { port, pid } = stage.server
  // Ten connections that rest 48 ms after each reply send about 200 a second.
  const running = load.ask({
    port,
    pid,
    targets: [target],
    body: 'sale',
    distinct: true,
    connections: 10,
    rest: 48,
    duration: 9000,
  })
  await page.locator(row).first().waitFor()
  await pause(1000)
  await page.evaluate(() => delete document.documentElement.dataset['longest'])
  const before = await readTasks(cdp)
  await pause(6000)
  const after = await readTasks(cdp)
  const longest = await longestTask(page)
  const { rate } = await running
  await context.close()
  const busy = (100 * (after.busy - before.busy)) / (after.at - before.at)
  return [
    { name: `main thread busy at ${rate.toFixed(0)} requests/s`, value: busy, unit: '%', most: 40 },
    { name: 'longest task meanwhile (0: none over 50 ms)', value: longest, unit: 'ms', most: 50 },
  ]
}

/** 100,000 rows in one tab: what they weigh, and how they scroll. */
export async function measureManyRows(stage: Stage, load: Load, count: number): Promise<Figure[]> {
  const { target, inspectUrl } = await stage.bin()
  const { page, context } = await newTab(stage.browser)
  await page.goto(inspectUrl)
  await page.getByRole('heading', { level: 2 }).waitFor()
  const { port, pid } = stage.server
  await load.ask({
    port,
    pid,
    targets: [target],
    body: 'sale',
    distinct: true,
    connections: 16,
    rest: 10,
    duration: 600_000,
    requests: count,
  })
  await page.waitForFunction(
    ({ row, count }) =>
      document.querySelector(row)?.querySelector('a')?.search.includes(`seq=${count}`),
    { row, count },
    { timeout: 120_000 },
  )
  const cdp = await context.newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const frames = await page.evaluate(scrollAlong, row)
  await context.close()
  const rows = count.toLocaleString('en')
  return [
    {
      name: `heap of the tab after ${rows} summaries`,
      value: usedSize / 1e6,
      unit: 'MB',
      most: 200,
    },
    { name: `scrolling ${rows} rows`, value: frames, unit: 'frames/s', least: 55 },
  ]
}

/** In the page: scrolls by most of a screen each frame, for three seconds. @returns frames a second */
function scrollAlong(row: string): Promise<number> {
  const scroller = document.querySelector(row)?.closest('ol')?.parentElement
  return new Promise((resolve) => {
    const began = performance.now()
    let frames = 0
    const step = () => {
      scroller?.scrollBy({ top: 700, behavior: 'instant' })
      frames += 1
      const time = performance.now() - began
      if (time < 3000) requestAnimationFrame(step)
      else resolve((frames * 1000) / time)
    }
    requestAnimationFrame(step)
  })
}

/** In the page, before anything else: notes the longest task of more than 50 ms. */
export function watchTasks(): void {
  new PerformanceObserver((list) => {
    const { dataset } = document.documentElement
    const longest = Math.max(...list.getEntries().map(({ duration }) => duration))
    dataset['longest'] = String(Math.max(longest, Number(dataset['longest'] ?? 0)))
  }).observe({ entryTypes: ['longtask'] })
}

/** Milliseconds of the longest task since it was last asked; 0 where none took over 50. */
export async function longestTask(page: Page): Promise<number> {
  return Number(await page.evaluate(() => document.documentElement.dataset['longest'] ?? '0'))
}

async function readTasks(cdp: CDPSession): Promise<{ at: number; busy: number }> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { at: read('Timestamp'), busy: read('TaskDuration') }
}
