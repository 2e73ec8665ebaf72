import { setTimeout as pause } from 'node:timers/promises'
import { quantile } from '../statistics.ts'
import { cpuSeconds } from '../usage.ts'
import { Connection } from './connection.ts'
import type { LoadJob, LoadResult } from './job.ts'
import { distinctRequest, postRequest } from './request.ts'

/** Milliseconds that go by before anything is counted. */
const warmUp = 300
/** Milliseconds that the last replies are waited for. */
const patience = 30_000

/** Puts a server under load and counts what comes back. @throws Error where replies stay out */
export async function putUnderLoad(job: LoadJob): Promise<LoadResult> {
  const load = new Load(job)
  const opened = Array.from({ length: job.connections }, () => Connection.open(job.port))
  const connections = await Promise.all(opened)
  const lanes = Promise.all(connections.map((connection) => load.run(connection)))
  if (job.requests === undefined) {
    await Promise.race([pause(warmUp), lanes])
    load.begin()
  }
  await Promise.race([pause(job.duration), lanes])
  load.end()
  const result = load.result()
  const isOver = await Promise.race([lanes, pause(patience)])
  for (const connection of connections) connection.close()
  if (!isOver) throw new Error('The server has stopped to reply.')
  return result
}

/** Time and CPU at one moment: milliseconds, and seconds of each process. */
type Moment = { at: number; server: number; client: number }

class Load {
  readonly #job: LoadJob
  readonly #requests: Buffer[]
  readonly #latencies: number[] = []
  #issued = 0
  #failures = 0
  #began: Moment
  #ended: Moment | null = null

  constructor(job: LoadJob) {
    this.#job = job
    this.#requests = job.targets.map((target) => postRequest(target, job.body))
    this.#began = this.#now()
  }

  /** Sends one request after the other over a connection, until it is enough. */
  run(connection: Connection): Promise<true> {
    const { requests = Number.POSITIVE_INFINITY, rest = 0 } = this.#job
    return new Promise((resolve) => {
      const next = () => {
        const request = this.#requests[this.#issued % this.#requests.length]
        if (this.#ended || this.#issued >= requests || !request) {
          resolve(true)
          return
        }
        this.#issued += 1
        const sent = performance.now()
        connection.send(
          this.#job.distinct ? distinctRequest(request, this.#issued) : request,
          ({ status }) => {
            this.#count(status, sent)
            if (rest > 0) setTimeout(next, rest)
            else next()
          },
          () => {
            this.#failures += 1
            resolve(true)
          },
        )
      }
      next()
    })
  }

  begin(): void {
    this.#latencies.length = 0
    this.#began = this.#now()
  }

  end(): void {
    this.#ended = this.#now()
  }

  result(): LoadResult {
    const began = this.#began
    const ended = this.#ended ?? this.#now()
    const replies = this.#latencies.length
    const seconds = (ended.at - began.at) / 1000
    return {
      replies,
      failures: this.#failures,
      rate: replies / seconds,
      p50: quantile(this.#latencies, 0.5),
      p99: quantile(this.#latencies, 0.99),
      serverCpu: ((ended.server - began.server) * 1e6) / replies,
      clientBusy: (ended.client - began.client) / seconds,
    }
  }

  #count(status: number, sent: number): void {
    if (status < 200 || status > 299) this.#failures += 1
    else if (!this.#ended) this.#latencies.push(performance.now() - sent)
  }

  #now(): Moment {
    const { user, system } = process.cpuUsage()
    const at = performance.now()
    return { at, server: cpuSeconds(this.#job.pid), client: (user + system) / 1e6 }
  }
}
