import { createBins, startBinspect, type Binspect } from '../contestants.ts'
import type { Context } from '../context.ts'
import { Connection } from '../load/connection.ts'
import type { LoadResult } from '../load/job.ts'
import { postHead } from '../load/request.ts'
import { atMost, digits, type Chapter } from '../report/report.ts'
import { memoryOf } from '../usage.ts'

const bodies = 4
const size = 100_000_000
const piece = Buffer.alloc(1_000_000, 'large bodies stream into a file. ')

/** Four bodies of 100 MB at once, again and again, while others go on. */
export async function benchLarge(context: Context): Promise<Chapter> {
  const options = ['--body-limit', '100MB', '--max-bytes', '1GB']
  const binspect = await startBinspect(context.folder, options)
  const { server } = binspect
  const [target = '', other = ''] = await createBins(binspect, 2)
  const calm = await sendSales(context, binspect, other)
  const before = memoryOf(server.pid).now
  const meanwhile = sendSales(context, binspect, other)
  const bytesPerSecond = await sendBodies(durationOf(context), server.port, target)
  const busy = await meanwhile
  const { peak } = memoryOf(server.pid)
  await server.stop()
  return {
    title: 'Large bodies',
    about:
      `${bodies} bodies of 100 MB at once, again and again, under \`--body-limit 100MB\` and ` +
      '`--durability=disk`, while four connections go on sending sales to another bin.',
    tables: [
      {
        head: ['', 'without', 'meanwhile'],
        rows: [
          ['memory (RSS) MB, at most', digits(before), digits(peak)],
          ['sales: reply p50 ms', digits(calm.p50), digits(busy.p50)],
          ['sales: reply p99 ms', digits(calm.p99), digits(busy.p99)],
          ['large bodies, MB/s', '', digits(bytesPerSecond / 1e6)],
        ],
      },
    ],
    figures: [
      atMost('memory with four bodies of 100 MB', 250, peak, 'MB'),
      atMost('p99 of the others meanwhile', 200, busy.p99, 'ms'),
    ],
  }
}

function durationOf({ quick }: Context): number {
  return quick ? 3000 : 8000
}

function sendSales(
  context: Context,
  { server: { port, pid } }: Binspect,
  target: string,
): Promise<LoadResult> {
  const duration = durationOf(context)
  return context.load.ask({
    port,
    pid,
    targets: [target],
    body: 'sale',
    connections: 4,
    duration,
    rest: 5,
  })
}

/** Sends so many bodies at once, again and again. @returns bytes a second */
async function sendBodies(duration: number, port: number, target: string): Promise<number> {
  const began = performance.now()
  let sent = 0
  while (performance.now() < began + duration) {
    await Promise.all(Array.from({ length: bodies }, () => sendOne(port, target)))
    sent += bodies * size
  }
  return sent / ((performance.now() - began) / 1000)
}

/** @throws Error where it is refused */
async function sendOne(port: number, target: string): Promise<void> {
  const connection = await Connection.open(port)
  const reply = connection.ask(postHead(target, size))
  for (let sent = 0; sent < size; sent += piece.length) await connection.write(piece)
  const { status, body } = await reply
  connection.close()
  if (status !== 200) throw new Error(`A large body was answered with ${status}: ${body}`)
}
