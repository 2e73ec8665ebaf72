import { createBins, startBinspect } from '../contestants.ts'
import type { Context } from '../context.ts'
import { Connection } from '../load/connection.ts'
import { getRequest } from '../load/request.ts'
import { atMost, digits, type Chapter } from '../report/report.ts'
import { cpuSeconds } from '../usage.ts'

/** One look at every request of a bin, in milliseconds. */
type Look = { wall: number; cpu: number }

const requests = 10_000

/** A whole bin judged, by a search that no request matches: the first time, and when it is remembered. */
export async function benchJudged({ folder, load }: Context): Promise<Chapter> {
  const binspect = await startBinspect(`${folder}/judged`)
  const { port, pid } = binspect.server
  const targets = await createBins(binspect, 1)
  const job = { port, pid, targets, duration: 120_000, body: 'sale' as const, connections: 64 }
  const { failures } = await load.ask({ ...job, requests })
  if (failures > 0) throw new Error(`${failures} requests failed.`)
  const connection = await Connection.open(port)
  const look = () => searchAll(connection, pid, targets[0] ?? '')
  const first = await look()
  const again = await look()
  connection.close()
  await binspect.server.stop()
  return {
    title: 'A bin judged',
    about:
      `${digits(requests)} sales in one bin, and the search \`verdict:invalid\`, which finds none: ` +
      'all are read from the log and judged, then read and remembered.',
    tables: [
      {
        head: ['search over all', 'ms', 'CPU of the server, ms'],
        rows: [
          ['the first time', digits(first.wall), digits(first.cpu)],
          ['again', digits(again.wall), digits(again.cpu)],
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
