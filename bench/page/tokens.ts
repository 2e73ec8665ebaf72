import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { samples } from '../../shared/events/samples.ts'
import { listOf } from '../load/request.ts'
import { median } from '../statistics.ts'
import type { Figure } from './figure.ts'
import type * as Reading from './reading.ts'
import { newTab, type Stage } from './stage.ts'

const rounds = 15
/** Of a page that has nothing but the reader of JSON in it. */
const origin = 'http://bench.test'

/** How long a browser takes to read a megabyte of sales, the first time and when it is warm. */
export async function measureReading({ browser }: Stage): Promise<Figure[]> {
  const { page, context } = await newTab(browser)
  await page.route(`${origin}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname
    if (name === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
    const body = await readFile(join(import.meta.dirname, name))
    return route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.goto(origin)
  const text = listOf(samples['new-sale'], 1_000_000)
  const times = await page.evaluate(readOften, { module: '/page-reading.js', text, rounds })
  await context.close()
  const [first = Infinity, ...others] = times
  const what = 'JSON of 1 MB read into a tape'
  return [
    { name: `${what}, the first time`, value: first, unit: 'ms', most: 40 },
    { name: `${what}, again`, value: median(others), unit: 'ms', most: 40 },
  ]
}

type Job = { module: string; text: string; rounds: number }

/** In the page. */
async function readOften({ module, text, rounds }: Job): Promise<number[]> {
  // The bundle of `reading.ts`: its address is only known to the page.
  const { timesToRead } = (await import(module)) as typeof Reading
  return timesToRead(text, rounds)
}
