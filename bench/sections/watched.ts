import { startOurs, type Ours } from '../contestants.ts'
import type { Context } from '../context.ts'
import { digits, times, type Chapter, type Table } from '../report/report.ts'
import { interleave } from '../rounds.ts'
import { median, ratio } from '../statistics.ts'
import { startWorker, type Worker } from '../worker.ts'
import type { ReadersJob, ReadersReport } from '../readers/watch.ts'

type Readers = Worker<ReadersJob, ReadersReport | null>

/** Live readers of the bin that is under load. */
const numbers = [0, 1, 10]

/** What live readers, for whom each request is judged, cost the senders. */
export async function benchWatched(context: Context): Promise<Chapter> {
  const servers = [
    await startOurs(context.folder, 'process'),
    await startOurs(context.folder, 'disk'),
  ]
  const readers: Readers = startWorker('readers')
  const tables: Table[] = []
  for (const connections of context.quick ? [64] : [1, 64, 256]) {
    tables.push(await compare({ context, readers, servers, connections }))
  }
  readers.stop()
  for (const { server } of servers) await server.stop()
  return {
    title: 'Captures a second while somebody looks',
    about:
      'Live readers of the very bin under load, in a process of their own: each request is ' +
      'judged and told to all of them. Ratios to nobody looking.',
    tables,
    figures: [],
  }
}

type Comparison = {
  context: Context
  readers: Readers
  servers: readonly Ours[]
  connections: number
}

async function compare({ context, readers, servers, connections }: Comparison): Promise<Table> {
  const pairs = servers.flatMap((ours) => numbers.map((number) => ({ ours, number })))
  const results = await interleave(context.quick ? 2 : 3, pairs, async ({ ours, number }) => {
    await openReaders(readers, ours, number)
    const { port, pid } = ours.server
    const duration = context.quick ? 500 : 1000
    const job = { port, pid, targets: ours.targets, connections, duration }
    const { rate } = await context.load.ask({ ...job, body: 'sale' })
    await readers.ask({ do: 'close' })
    return rate
  })
  const columns = ['nobody', '1 reader', '10 readers']
  return {
    head: [`1.6 KB × ${connections}`, ...columns],
    rows: servers.map(({ name }, server) => {
      const rates = results.slice(server * numbers.length, (server + 1) * numbers.length)
      return [name, ...rates.map((each) => cell(each, rates[0] ?? []))]
    }),
  }
}

function cell(rates: number[], alone: number[]): string {
  const rate = digits(median(rates))
  return rates === alone ? rate : `${rate} (${times(ratio(rates, alone))})`
}

async function openReaders(readers: Readers, { api, server, targets }: Ours, careless: number) {
  const id = targets[0]?.slice('/bin/'.length) ?? ''
  const { latest } = await api('readBin', { params: { id } })
  const live = { port: server.port, bin: id, after: latest }
  await readers.ask({ do: 'open', live, careless, careful: 0, stalled: 0 })
}
