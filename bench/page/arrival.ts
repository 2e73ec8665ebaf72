import { quantile } from '../statistics.ts'
import type { Figure } from './figure.ts'
import { newTab, post, row, type Stage } from './stage.ts'

/** From a navigation with an empty cache to the first row on the screen. */
export async function measureFirstRow({ browser, bin }: Stage): Promise<Figure[]> {
  const { captureUrl, inspectUrl } = await bin()
  await post(captureUrl, '{"hello":"world"}')
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const { page, context } = await newTab(browser)
    await page.addInitScript((row) => {
      const look = () => {
        if (document.querySelector(row))
          document.documentElement.dataset['seen'] = String(performance.now())
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }, row)
    await page.goto(inspectUrl)
    const seen = await page.waitForFunction(() => document.documentElement.dataset['seen'])
    times.push(Number(await seen.jsonValue()))
    await context.close()
  }
  return [
    { name: 'first request visible, p50', value: quantile(times, 0.5), unit: 'ms', most: 400 },
  ]
}

/** From before a POST is sent to the frame that shows its row. */
export async function measurePaintedRow({ browser, bin }: Stage): Promise<Figure[]> {
  const { captureUrl, inspectUrl } = await bin()
  const { page, context } = await newTab(browser)
  await post(captureUrl, '{"first":true}')
  await page.goto(inspectUrl)
  await page.locator(row).first().waitFor()
  const times: number[] = []
  for (let seq = 2; seq <= 31; seq += 1) {
    const painted = page.evaluate(
      (link) =>
        new Promise<number>((resolve) => {
          const look = () => {
            const now = performance.timeOrigin + performance.now()
            if (document.querySelector(link)) resolve(now)
            else requestAnimationFrame(look)
          }
          look()
        }),
      `${row} a[href$="seq=${seq}"]`,
    )
    const sent = performance.timeOrigin + performance.now()
    await post(captureUrl, '{"next":true}')
    times.push((await painted) - sent)
  }
  await context.close()
  return [{ name: 'POST to painted row, p50', value: quantile(times, 0.5), unit: 'ms', most: 50 }]
}
