import { createBins, startBinspect } from '../contestants.ts'
import type { Context } from '../context.ts'
import { Connection } from '../load/connection.ts'
import { getRequest } from '../load/request.ts'
import { atMost, digits, times, type Chapter } from '../report/report.ts'
import { median, ratio } from '../statistics.ts'
import { cpuSeconds } from '../usage.ts'

/** One look at every request of a bin, in milliseconds. */
type Look = { wall: number; cpu: number }

const requests = 10_000

/**
 * A whole bin judged, by a search that no request matches: the first time, and when it is
 * remembered; and what senders to another bin feel of it.
 */
export async function benchJudged({ folder, load, quick }: Context): Promise<Chapter> {
  const binspect = await startBinspect(`${folder}/judged`)
  const { port, pid } = binspect.server
  const [other = '', ...bins] = await createBins(binspect, 2 + (quick ? 1 : 5))
  const job = { port, pid, duration: 120_000, body: 'sale' as const, connections: 64, requests }
  const send = async (target: string) => {
    const { failures, rate } = await load.ask({ ...job, targets: [target] })
    if (failures > 0) throw new Error(`${failures} requests failed.`)
    return rate
  }
  for (const bin of bins) await send(bin)
  const connection = await Connection.open(port)
  const look = (bin: string) => searchAll(connection, pid, bin)
  const [watched = '', ...rest] = bins
  const first = await look(watched)
  const again = await look(watched)
  const alone: number[] = []
  const meanwhile: number[] = []
  for (const bin of rest) {
    alone.push(await send(other))
    const [rate] = await Promise.all([send(other), look(bin)])
    meanwhile.push(rate)
  }
  connection.close()
  await binspect.server.stop()
  return {
    title: 'A bin judged',
    about:
      `${digits(requests)} sales in one bin, and the search \`verdict:invalid\`, which finds none: ` +
      'all are read from the log and judged, then read and remembered. Judging has a thread of its ' +
      'own; what the captures of another bin feel of it, here where two cores also run their sender.',
    tables: [
      {
        head: ['search over all', 'ms', 'CPU of the server, ms'],
        rows: [
          ['the first time', digits(first.wall), digits(first.cpu)],
          ['again', digits(again.wall), digits(again.cpu)],
        ],
      },
      {
        head: ['1.6 KB × 64, `--durability=disk`', 'captures/s', 'ratio'],
        rows: [
          ['alone', digits(median(alone)), ''],
          ['while a bin is judged', digits(median(meanwhile)), times(ratio(meanwhile, alone))],
        ],
      },
    ],
    figures: [atMost(`${digits(requests)} sales judged`, 1000, first.wall, 'ms')],
  }
}

async function searchAll(connection: Connection, pid: number, target: string): Promise<Look> {
  const path = `/api${target.replace('/bin/', '/bins/')}/requests?q=verdict:invalid&limit=1`
  const [began, used] = [performance.now(), cpuSeconds(pid)]
  const { status, body } = await connection.ask(getRequest(connection.port, path))
  if (status !== 200 || body.includes('"receivedAt":')) throw new Error(`Searched: ${status}`)
  return { wall: performance.now() - began, cpu: (cpuSeconds(pid) - used) * 1000 }
}
