import { startOther, startOurs, type Contestant } from '../contestants.ts'
import type { Context } from '../context.ts'
import type { LoadResult } from '../load/job.ts'
import type { BodyKind } from '../load/request.ts'
import { atLeast, digits, times, type Chapter, type Figure, type Table } from '../report/report.ts'
import { interleave } from '../rounds.ts'
import { settleDisk } from '../settle-disk.ts'
import { median, ratio } from '../statistics.ts'

/** Every contestant under one kind of load. */
type Course = { body: BodyKind; connections: number; results: LoadResult[][] }

const bare = 'bare `node:http`'
const express = 'empty Express'
const naive = 'naive clone'

/** Captures a second, side by side. */
export async function benchCapture(context: Context): Promise<Chapter> {
  const contestants = [
    await startOther(bare, 'bare', `${context.folder}/bare`),
    await startOurs(context.folder, 'process'),
    await startOurs(context.folder, 'disk'),
    await startOther(express, 'empty-express', `${context.folder}/express`),
    await startOther(naive, 'naive-clone', `${context.folder}/naive`),
  ]
  // Nobody is compared cold: V8 compiles what runs often.
  await runCourse({ ...context, quick: true }, contestants, 'sale', 64)
  const courses: Course[] = []
  for (const connections of [1, 64, 256]) {
    courses.push(await runCourse(context, contestants, 'sale', connections))
  }
  const large = contestants.slice(0, 4)
  for (const body of [64 * 1024, 2 ** 20]) {
    for (const connections of context.quick ? [64] : [1, 64, 256]) {
      courses.push(await runCourse(context, large, body, connections))
    }
  }
  for (const { server } of contestants) await server.stop()
  return {
    title: 'Captures a second',
    about:
      'Replies a second, with the ratio to bare `node:http` in the same rounds. ' +
      'Bins keep the newest 10,000 requests or 256 MiB, as they do when nobody says otherwise, ' +
      'so most captures also let an older one go.',
    tables: tablesOf(contestants, courses),
    figures: figuresOf(contestants, courses),
  }
}

async function runCourse(
  { quick, load }: Context,
  contestants: readonly Contestant[],
  body: BodyKind,
  connections: number,
): Promise<Course> {
  const rounds = quick ? 2 : body === 'sale' ? 5 : 3
  const duration = quick ? 500 : 1000
  const results = await interleave(rounds, contestants, ({ server: { port, pid }, targets }) => {
    settleDisk()
    return load.ask({ port, pid, targets, body, connections, duration })
  })
  return { body, connections, results }
}

function tablesOf(contestants: readonly Contestant[], courses: readonly Course[]): Table[] {
  const names = contestants.map(({ name }) => name)
  return [
    ratesTable(
      names,
      courses.filter(({ body }) => body === 'sale'),
    ),
    ratesTable(
      names.slice(0, 4),
      courses.filter(({ body }) => body !== 'sale'),
    ),
    costTable(
      names,
      courses.filter(({ body, connections }) => body === 'sale' && connections === 64),
    ),
  ]
}

function ratesTable(names: readonly string[], courses: readonly Course[]): Table {
  return {
    head: ['', ...courses.map(({ body, connections }) => `${sizeOf(body)} × ${connections}`)],
    rows: names.map((name, index) => [
      name,
      ...courses.map(({ results }) => {
        const rate = digits(median(rates(results[index])))
        return index === 0 ? rate : `${rate} (${times(against(results, index, 0))})`
      }),
    ]),
  }
}

function costTable(names: readonly string[], courses: readonly Course[]): Table {
  return {
    head: ['sale × 64', 'p50 ms', 'p99 ms', 'CPU of the server, µs a request', 'client busy'],
    rows: courses.flatMap(({ results }) =>
      names.map((name, index) => {
        const of = (field: keyof LoadResult) =>
          median((results[index] ?? []).map((one) => one[field]))
        const busy = `${Math.round(of('clientBusy') * 100)} %`
        return [name, digits(of('p50')), digits(of('p99')), digits(of('serverCpu')), busy]
      }),
    ),
  }
}

function figuresOf(contestants: readonly Contestant[], courses: readonly Course[]): Figure[] {
  const at = (connections: number) =>
    courses.find((one) => one.body === 'sale' && one.connections === connections)?.results ?? []
  const failures = courses
    .flatMap(({ results }) => results.flat())
    .reduce((sum, one) => sum + one.failures, 0)
  return [
    atLeast('`process`, 64 connections, of bare `node:http`', 0.8, against(at(64), 1, 0)),
    atLeast('`process`, 256 connections', 0.9, against(at(256), 1, 0)),
    atLeast('`disk`, 64 connections', 0.6, against(at(64), 2, 0)),
    atLeast('`disk`, 256 connections', 0.7, against(at(256), 2, 0)),
    atLeast('`disk`, 64 connections, of the empty Express app', 2.5, against(at(64), 2, 3)),
    atLeast('`disk`, 64 connections, of the naive clone', 50, against(at(64), 2, 4)),
    {
      what: `failed requests of all ${contestants.length} servers`,
      reach: '0',
      measured: digits(failures),
      reached: failures === 0,
    },
  ]
}

function against(results: LoadResult[][], index: number, base: number): number {
  return ratio(rates(results[index]), rates(results[base]))
}

function rates(results: readonly LoadResult[] = []): number[] {
  return results.map(({ rate }) => rate)
}

function sizeOf(body: BodyKind): string {
  if (body === 'sale') return '1.6 KB'
  return body < 2 ** 20 ? '64 KB' : '1 MB'
}
