import { ApiProblem, ServerUnreachable, type Client } from '../shared/client.ts'
import type { RequestSummary } from '../shared/request.ts'
import { missesOf } from './no-match.ts'

export type FollowOptions = {
  /** Search language; left out: every request. */
  query?: string
  /** Begin after this number; 0, the beginning, where it is left out. */
  after?: number
  /** Ends the iteration, without an error. */
  signal?: AbortSignal
  /** Milliseconds that the server may be away before the iteration ends with an error [30,000]. */
  patience?: number
}

type Place = { call: Client; id: string; key: string | undefined }

/** Milliseconds of one wait: shorter than what proxies let a request take. */
const slice = 25_000
const pageSize = 500
const longestPause = 2000

/**
 * Every request of a bin, those held and those to come, in order, without gap or duplicate: it reads
 * from a cursor, so that a server that was away for a while costs nothing but time.
 */
export async function* followRequests(
  place: Place,
  { query, after = 0, signal, patience = 30_000 }: FollowOptions = {},
): AsyncGenerator<RequestSummary, void, undefined> {
  let cursor = after
  let away = 0
  let pause = 100
  while (!isAborted(signal)) {
    try {
      const requests = await next(place, { query, cursor, signal })
      away = 0
      pause = 100
      for (const request of requests) {
        yield request
        cursor = request.seq
      }
    } catch (error) {
      if (isAborted(signal)) return
      if (!mayPass(error) || away >= patience) throw error
      await sleep(pause, signal)
      away += pause
      pause = Math.min(longestPause, pause * 2)
    }
  }
}

type From = { query: string | undefined; cursor: number; signal: AbortSignal | undefined }

/** The next page; where there is none yet, none once something has come or a while is over. */
async function next({ call, id, key }: Place, { query: q, cursor: after, signal }: From) {
  const common = { params: { id }, key, signal }
  const search = { after, ...(q !== undefined && { q }) }
  const { requests } = await call('listRequests', {
    ...common,
    query: { ...search, order: 'asc', limit: pageSize },
  })
  if (requests.length > 0) return requests
  try {
    await call('waitForRequest', { ...common, query: { ...search, timeout: slice } })
  } catch (error) {
    if (missesOf(error) === null) throw error
  }
  return []
}

/** A look at what changes while something is awaited. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}

/** Whether trying again may help: the server is away, or about to be. */
function mayPass(error: unknown): boolean {
  if (error instanceof ServerUnreachable) return true
  return error instanceof ApiProblem && [502, 503, 504].includes(error.problem.status)
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal?.addEventListener('abort', end)
  })
}
