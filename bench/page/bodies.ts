import { median } from '../statistics.ts'
import type { Figure } from './figure.ts'
import { newTab, post, row, type Stage } from './stage.ts'
import { longestTask, watchTasks } from './strain.ts'

/** Milliseconds: until the body was shown, and of the longest task. */
type Opening = { time: number; longest: number }

const tabs = 5

/** From a click on a row to the first lines of its body. */
export async function measureBodies(stage: Stage): Promise<Figure[]> {
  return [...(await measureBody(stage, 1, 150)), ...(await measureBody(stage, 10, 800))]
}

async function measureBody(stage: Stage, megabytes: number, most: number): Promise<Figure[]> {
  const openings: Opening[] = []
  for (let tab = 0; tab < tabs; tab += 1) openings.push(await openIn(stage, megabytes))
  const what = `JSON of ${megabytes} MB`
  return [
    {
      name: `${what} opens, p50`,
      value: median(openings.map(({ time }) => time)),
      unit: 'ms',
      most,
    },
    {
      name: `${what}: longest task (0: none over 50 ms)`,
      value: Math.max(...openings.map(({ longest }) => longest)),
      unit: 'ms',
      most: 100,
    },
  ]
}

/** In a tab of its own, which has shown one small body. */
async function openIn(stage: Stage, megabytes: number): Promise<Opening> {
  const { captureUrl, inspectUrl } = await stage.bin()
  await post(captureUrl, jsonOf(megabytes * 1_000_000))
  await post(captureUrl, '{"small":true}')
  const { page, context } = await newTab(stage.browser)
  await page.addInitScript(watchTasks)
  await page.goto(inspectUrl)
  await page.locator(row).first().locator('a').click()
  await page.getByRole('treeitem').first().waitFor()
  await page.evaluate(() => delete document.documentElement.dataset['longest'])
  const time = await page.evaluate(openSecond, row)
  const longest = await longestTask(page)
  await context.close()
  return { time, longest }
}

/** In the page: opens the second row. @returns milliseconds to the frame that shows its body */
function openSecond(row: string): Promise<number> {
  const link = document.querySelectorAll(row)[1]?.querySelector('a')
  return new Promise((resolve) => {
    const began = performance.now()
    link?.click()
    const look = () => {
      const isShown = document
        .querySelector('[role=treeitem]')
        ?.parentElement?.textContent?.includes('item-0')
      if (isShown) resolve(performance.now() - began)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** A list of small objects. @param size about so many bytes */
export function jsonOf(size: number): string {
  const item = (n: number) => `{"name":"item-${n}","price":${n}.50,"tags":["a","b"],"active":true}`
  const count = Math.floor(size / (item(10_000).length + 1))
  return `[${Array.from({ length: count }, (_, n) => item(n)).join(',')}]`
}
