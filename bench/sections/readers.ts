import { setTimeout as pause } from 'node:timers/promises'
import { createBins, startBinspect } from '../contestants.ts'
import type { Context } from '../context.ts'
import { Connection } from '../load/connection.ts'
import { postRequest } from '../load/request.ts'
import { sharedClock, type ReadersJob, type ReadersReport } from '../readers/watch.ts'
import { atMost, digits, type Chapter } from '../report/report.ts'
import { quantile } from '../statistics.ts'
import { memoryOf } from '../usage.ts'
import { startWorker } from '../worker.ts'

const readers = 1000
const stalled = 100
const perSecond = 15

/** A thousand live readers, some of whom do not read. */
export async function benchReaders({ folder, quick }: Context): Promise<Chapter> {
  const binspect = await startBinspect(folder)
  const { port, pid } = binspect.server
  const [target = ''] = await createBins(binspect, 1)
  const before = memoryOf(pid).now
  const process = startWorker<ReadersJob, ReadersReport | null>('readers')
  const live = { port, bin: target.slice('/bin/'.length), after: 0 }
  await process.ask({ do: 'open', live, stalled, careful: readers - stalled, careless: 0 })
  const { sent, replies } = await sendSteadily(port, target, quick ? 60 : 300)
  await pause(2000)
  const report = await process.ask({ do: 'report', sent })
  const memory = memoryOf(pid).now
  await process.ask({ do: 'close' })
  process.stop()
  await binspect.server.stop()
  if (!report) throw new Error('The readers reported nothing.')
  return chapter(sent.length, replies, report, memory - before)
}

function chapter(
  requests: number,
  replies: number[],
  report: ReadersReport,
  grown: number,
): Chapter {
  const healthy = readers - stalled
  const reply = quantile(replies, 0.99)
  return {
    title: 'A thousand live readers',
    about:
      `${digits(readers)} live readers of one bin, ${stalled} of which have stopped reading; ` +
      `${perSecond} sales a second, ${requests} in all.`,
    tables: [
      {
        head: ['', ''],
        rows: [
          ['readers that got every request once, in order', `${complete(report)} of ${healthy}`],
          ['from sending to the frame, p50 ms', digits(report.p50)],
          ['from sending to the frame, p99 ms', digits(report.p99)],
          ['reply p50 ms', digits(quantile(replies, 0.5))],
          ['reply p99 ms', digits(reply)],
          ['memory (RSS) grown, MB', digits(grown)],
        ],
      },
    ],
    figures: [
      {
        what: `of ${healthy} healthy readers get every request once, in order`,
        reach: `${healthy}`,
        measured: complete(report),
        reached: report.complete === healthy,
      },
      atMost('push p99 with 1,000 live readers', 250, report.p99, 'ms'),
      atMost('reply p99 with 1,000 live readers', 100, reply, 'ms'),
    ],
  }
}

function complete(report: ReadersReport): string {
  return String(report.complete)
}

/** Sends requests at even intervals. @returns when each was sent, and how long its reply took */
async function sendSteadily(port: number, target: string, count: number) {
  const connection = await Connection.open(port)
  const request = postRequest(target, 'sale')
  const sent: [seq: number, at: number][] = []
  const replies: number[] = []
  const began = sharedClock()
  for (let index = 0; index < count; index += 1) {
    await pause(Math.max(0, began + (index * 1000) / perSecond - sharedClock()))
    const at = sharedClock()
    const { head } = await connection.ask(request)
    replies.push(sharedClock() - at)
    sent.push([Number(/\r\nx-bin-seq: (\d+)/i.exec(head)?.[1]), at])
  }
  connection.close()
  return { sent, replies }
}
