import { join } from 'node:path'
import { createBins, startBinspect, type Binspect } from '../contestants.ts'
import type { Context } from '../context.ts'
import { Connection } from '../load/connection.ts'
import { getRequest } from '../load/request.ts'
import { atMost, digits, type Chapter, type Table } from '../report/report.ts'
import { median, quantile } from '../statistics.ts'
import { memoryOf } from '../usage.ts'

/** How long starts take, in milliseconds: over an empty folder, over the full one, and a page then. */
type Start = { empty: number; ready: number; page: number }

type Growth = { ready: number; warm: number; full: number; peak: number }

const bins = 10

/** A full store: what it takes in memory, how fast the server starts over it, and how fast it lists. */
export async function benchStored(context: Context): Promise<Chapter> {
  const requests = context.quick ? 20_000 : 100_000
  const folder = join(context.folder, 'full')
  const binspect = await startBinspect(folder)
  const targets = await createBins(binspect, bins)
  const memory = await fill(context, binspect, targets, requests)
  await binspect.server.stop()
  const starts = await startAgain({ ...context, folder }, targets, ['SIGTERM', 'SIGKILL'])
  const listing = await list({ ...context, folder }, targets)
  const what = `${digits(requests)} requests of 1.6 KB over ${bins} bins`
  return {
    title: 'A full store',
    about:
      `${what}. The first page is the newest 100 of a bin, judged, asked for when the ` +
      'server has just become ready.',
    tables: [memoryTable(memory), startTable(starts), listingTable(listing, requests / bins)],
    figures: [
      atMost(`memory after ${what}`, 200, memory.full, 'MB'),
      atMost('of it grown since the server was ready', 60, memory.full - memory.ready, 'MB'),
      atMost(
        `start with ${digits(requests)} stored: ready`,
        1000,
        median(starts.map((one) => one.ready)),
        'ms',
      ),
      atMost('first page of a bin after that', 300, median(starts.map((one) => one.page)), 'ms'),
    ],
  }
}

async function fill(
  { load }: Context,
  { server: { port, pid } }: Binspect,
  targets: string[],
  requests: number,
): Promise<Growth> {
  const job = { port, pid, targets, duration: 120_000, body: 'sale' as const, connections: 64 }
  const ready = memoryOf(pid).now
  await load.ask({ ...job, requests: 1000 })
  const warm = memoryOf(pid).now
  const { replies, failures } = await load.ask({ ...job, requests: requests - 1000 })
  if (failures > 0) throw new Error(`${failures} of ${replies + failures} requests failed.`)
  const { now, peak } = memoryOf(pid)
  return { ready, warm, full: now, peak }
}

async function startAgain(
  { folder, quick }: Context,
  targets: readonly string[],
  signals: readonly NodeJS.Signals[],
): Promise<Start[]> {
  const starts: Start[] = []
  for (const target of targets.slice(0, quick ? 2 : 6)) {
    const first = await start(`${folder}-not-${starts.length}`)
    await first.server.stop()
    const { server, ready } = await start(folder)
    const connection = await Connection.open(server.port)
    const page = await timeOf(connection, target)
    connection.close()
    await server.stop(signals[starts.length % signals.length])
    starts.push({ empty: first.ready, ready, page })
  }
  return starts
}

async function start(folder: string) {
  const began = performance.now()
  const { server } = await startBinspect(folder)
  return { server, ready: performance.now() - began }
}

async function list({ folder, quick }: Context, targets: readonly string[]): Promise<number[]> {
  const { server } = await startBinspect(folder)
  const connection = await Connection.open(server.port)
  const looks: number[] = []
  for (let count = 0; count < (quick ? 50 : 200); count += 1) {
    looks.push(await timeOf(connection, targets[0] ?? ''))
  }
  connection.close()
  await server.stop()
  return looks
}

/** Milliseconds that the newest 100 requests of a bin take. */
async function timeOf(connection: Connection, target: string): Promise<number> {
  const began = performance.now()
  const { status, body } = await connection.ask(
    getRequest(connection.port, `/api${target.replace('/bin/', '/bins/')}/requests?limit=100`),
  )
  const milliseconds = performance.now() - began
  const count = body.split('"receivedAt":').length - 1
  if (status !== 200 || count !== 100) throw new Error(`A page with ${count} requests: ${status}`)
  return milliseconds
}

function memoryTable({ ready, warm, full, peak }: Growth): Table {
  const row = ['MB', ...[ready, warm, full, peak].map(digits)]
  return {
    head: ['memory (RSS)', 'when ready', 'after 1,000', 'after all', 'at most'],
    rows: [row],
  }
}

function startTable(starts: readonly Start[]): Table {
  const row = (name: string, values: number[]) => [
    name,
    digits(median(values)),
    digits(Math.max(...values)),
  ]
  return {
    head: ['start, every other one after `kill -9`', 'median ms', 'longest ms'],
    rows: [
      row(
        'until ready, from the start of the process, with nothing stored',
        starts.map(({ empty }) => empty),
      ),
      row(
        'until ready, with all stored',
        starts.map(({ ready }) => ready),
      ),
      row(
        'first page of a bin',
        starts.map(({ page }) => page),
      ),
    ],
  }
}

function listingTable(looks: readonly number[], held: number): Table {
  return {
    head: [`newest 100 of ${digits(held)}`, 'first ms', 'median ms', 'p99 ms'],
    rows: [
      [
        'again and again',
        digits(looks[0] ?? Number.NaN),
        digits(median(looks)),
        digits(quantile(looks, 0.99)),
      ],
    ],
  }
}
