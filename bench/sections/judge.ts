import { judgeText } from '../../shared/events/judge.ts'
import { samples } from '../../shared/events/samples.ts'
import { parseJson } from '../../shared/json/parse.ts'
import type { Context } from '../context.ts'
import { listOf } from '../load/request.ts'
import { atMost, digits, times, type Chapter } from '../report/report.ts'
import { interleave } from '../rounds.ts'
import { median, quantile, ratio } from '../statistics.ts'

const mebibytes = 5

/** How fast a request is read and judged; in this process, for nothing of it is on a server's way. */
export async function benchJudge({ quick }: Context): Promise<Chapter> {
  const judgements = judgeOften(quick ? 2000 : 20_000)
  const text = listOf(samples['new-sale'], mebibytes * 2 ** 20)
  const readers = [() => parseJson(text), (): unknown => JSON.parse(text)]
  const rounds = quick ? 3 : 11
  const speeds = await interleave(rounds, readers, (read) => Promise.resolve(speedOf(read, text)))
  const [lossless = [], builtIn = []] = speeds
  return {
    title: 'Reading and judging',
    about: `The documented sale, and a list of sales of ${mebibytes} MiB.`,
    tables: [
      {
        head: ['identify and judge the sale', 'p50 µs', 'p99 µs'],
        rows: [['text to verdict', digits(median(judgements)), digits(quantile(judgements, 0.99))]],
      },
      {
        head: ['reading JSON', 'MB/s', 'ratio'],
        rows: [
          ['`JSON.parse`', digits(median(builtIn)), ''],
          ['lossless, with positions', digits(median(lossless)), times(ratio(lossless, builtIn))],
        ],
      },
    ],
    figures: [atMost('identify and judge the sale, p50', 60, median(judgements), 'µs')],
  }
}

/** Microseconds of each. */
function judgeOften(count: number): number[] {
  const durations: number[] = []
  for (let index = 0; index < 2 * count; index += 1) {
    const began = performance.now()
    const { verdict } = judgeText(samples['new-sale'], 'application/json', () => undefined)
    durations.push((performance.now() - began) * 1000)
    if (verdict !== 'valid') throw new Error(`The sale is ${verdict}.`)
  }
  return durations.slice(count)
}

function speedOf(read: () => unknown, text: string): number {
  const began = performance.now()
  read()
  return text.length / 1e6 / ((performance.now() - began) / 1000)
}
