import type { BodyKind } from './request.ts'

/** What a load process is asked to do. */
export type LoadJob = {
  port: number
  /** Process of the server, whose CPU time is read. */
  pid: number
  /** Where the requests go, in turn. */
  targets: string[]
  body: BodyKind
  /** Each sale is one of its own: of the same one a page has one row, and an alarm. */
  distinct?: boolean
  /** So many requests are under way at a time. */
  connections: number
  /** Milliseconds that are counted, after some that are not. */
  duration: number
  /** So many requests are sent, and counted from the first, whatever time they take. */
  requests?: number
  /** Milliseconds that a connection rests between two requests. */
  rest?: number
}

/** What came of it. */
export type LoadResult = {
  /** Replies with a status of 2xx while it was counted. */
  replies: number
  /** Replies with any other status, and broken connections. */
  failures: number
  /** Replies a second. */
  rate: number
  /** Milliseconds from sending to the whole reply. */
  p50: number
  p99: number
  /** CPU time of the server, in microseconds a reply. */
  serverCpu: number
  /** Share of a core that the client itself used. */
  clientBusy: number
}
