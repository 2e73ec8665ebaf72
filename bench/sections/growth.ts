import { createBins, startBinspect, type Binspect } from '../contestants.ts'
import type { Context } from '../context.ts'
import { atLeast, digits, times, type Chapter } from '../report/report.ts'
import { interleave } from '../rounds.ts'
import { median, ratio } from '../statistics.ts'

/** A place in the life of a bin, or a number of bins, and the captures a second there. */
type Rates = number[]

/** Requests that one look at the speed takes. */
const look = 1000

/** Whether capturing slows down as requests and bins become many. */
export async function benchGrowth(context: Context): Promise<Chapter> {
  const binspect = await startBinspect(context.folder, ['--max-requests', '1000000'])
  const [young = [], old = []] = await compareAges(context, binspect)
  const spread = await compareNumbers(context, binspect)
  await binspect.server.stop()
  const [one = []] = spread.map(({ rates }) => rates)
  const last = spread.at(-1)
  return {
    title: 'Growth',
    about:
      `Captures a second at 64 connections, \`--durability=disk\`, windows of ${digits(look)} ` +
      'requests in turn: each young window in a bin of its own.',
    tables: [
      {
        head: ['requests of the bin', 'captures/s', 'ratio'],
        rows: [
          ['0–1,000', digits(median(young)), ''],
          [`${digits(filled(context))} and more`, digits(median(old)), times(ratio(old, young))],
        ],
      },
      {
        head: ['bins that requests go to in turn', 'captures/s', 'ratio'],
        rows: spread.map(({ bins, rates }) => [
          digits(bins),
          digits(median(rates)),
          bins === 1 ? '' : times(ratio(rates, one)),
        ]),
      },
    ],
    figures: [
      atLeast(`after ${digits(filled(context))} requests, of 0–1,000`, 0.9, ratio(old, young)),
      atLeast(`${digits(last?.bins ?? 0)} bins, of one`, 0.9, ratio(last?.rates ?? [], one)),
    ],
  }
}

function filled({ quick }: Context): number {
  return quick ? 10_000 : 50_000
}

async function compareAges(context: Context, binspect: Binspect): Promise<Rates[]> {
  const windows = context.quick ? 5 : 15
  const [full = '', ...fresh] = await createBins(binspect, windows + 1)
  await capture(context, binspect, [full], filled(context))
  return interleave(windows, ['young', 'old'], async (age, window) => {
    const target = age === 'old' ? full : (fresh[window] ?? full)
    return capture(context, binspect, [target], look)
  })
}

async function compareNumbers(context: Context, binspect: Binspect) {
  const bins = await createBins(binspect, context.quick ? 100 : 1000)
  const numbers = [1, 100, 1000].filter((number) => number <= bins.length)
  const rates = await interleave(context.quick ? 3 : 9, numbers, (number) =>
    capture(context, binspect, bins.slice(0, number), 5 * look),
  )
  return numbers.map((number, index) => ({ bins: number, rates: rates[index] ?? [] }))
}

async function capture(
  { load }: Context,
  { server: { port, pid } }: Binspect,
  targets: string[],
  requests: number,
): Promise<number> {
  const job = { port, pid, targets, requests, duration: 60_000 }
  const { rate } = await load.ask({ ...job, body: 'sale', connections: 64 })
  return rate
}
