import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHead } from '../../shared/request.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Rates } from '../http/rates.ts'
import { parseTarget, wayToRoot } from '../http/target.ts'
import type { BinRecord, Store } from '../store/store.ts'
import { answer, type AnswerRules } from './answer.ts'
import { receiveBody } from './body.ts'
import type { Connection, Connections } from './connection.ts'
import { flagsOf } from './flags.ts'
import type { CaptureRoute } from './gate.ts'
import { planReply, type PlanRules } from './plan.ts'
import { binNotFound, notKept, problemReply } from './problem-reply.ts'
import { headerOf } from './raw-headers.ts'
import type { ReceivedBody } from './received-body.ts'
import { sendReply } from './send.ts'
import { inTurn, newTurn, type Turn } from './turns.ts'

export type CaptureDeps = {
  store: Store
  connections: Connections
  plans: PlanRules
  answers: AnswerRules
  rates: Pick<Rates, 'unknownBin'>
  log: CaptureLog
  /** Whether the page answers where a request came in, and under the name that it came to. */
  hasPage: (req: IncomingMessage) => boolean
  now: () => number
}

/** Told what became of each request; must not throw. */
export type CaptureLog = {
  kept: (seq: number, head: RequestHead) => void
  notKept: (bin: string, error: unknown) => void
  /** Sent to a bin that does not exist. */
  misdirected: (req: IncomingMessage) => void
}

export type Capture = {
  handle: (req: IncomingMessage, res: ServerResponse, route: CaptureRoute) => void
  /** How many requests have begun and are not kept yet. */
  underWay: () => number
}

/** One request on its way to the store, and its reply back. */
type Exchange = {
  req: IncomingMessage
  res: ServerResponse
  route: CaptureRoute
  record: BinRecord
  connection: Connection
  /** The reply before on the connection; let go of in time, lest each request hold on to the last. */
  before: ServerResponse | null
  receivedAt: number
  turn: Turn
}

/** The capture plane: keeps what is sent to a bin first, and answers second. */
export function createCapture(deps: CaptureDeps): Capture {
  const { store, connections, plans, answers, log, now } = deps
  const bodies = { limit: plans.bodyLimit, openBody: () => store.openBody() }
  let underWay = 0

  function handle(req: IncomingMessage, res: ServerResponse, route: CaptureRoute): void {
    const record = store.bins.get(route.bin)
    if (record === undefined) {
      log.misdirected(req)
      refuse(req, res, misdirected(req, deps.rates), homeOf(req, deps))
      return
    }
    const connection = connections.of(req.socket)
    const turn = newTurn(connection.turn)
    connection.turn = turn
    connection.undecided = req
    underWay += 1
    const before = connection.previousReply
    const exchange = { req, res, route, record, connection, before, receivedAt: now(), turn }
    receiveBody(req, bodies, (body) => inTurn(turn, () => arrived(exchange, body)))
  }

  function arrived(exchange: Exchange, body: ReceivedBody | Error): void {
    if (body instanceof Error) fail(exchange, body)
    else void keep(exchange, body)
  }

  async function keep(exchange: Exchange, body: ReceivedBody): Promise<void> {
    const { req, res, before } = exchange
    exchange.before = null
    const { head, step, headers } = describe(exchange, body)
    let seq: number
    try {
      seq = await store.append(exchange.route.bin, head, body.kept)
    } catch (error) {
      fail(exchange, error)
      return
    }
    underWay -= 1
    if (answers.waits.hurried()) res.shouldKeepAlive = false
    answer({ req, res, before }, step, headers.concat('X-Bin-Seq', String(seq)), answers)
    log.kept(seq, head)
  }

  function describe({ req, route, record, connection, receivedAt }: Exchange, body: ReceivedBody) {
    const { method = '', httpVersion, rawHeaders } = req
    if (connection.undecided === req) connection.undecided = null
    // Settings may have changed while the body came in: the newest count.
    const { reply } = store.bins.get(route.bin) ?? record
    const { inspect, bin } = route
    const { size, aborted, truncated } = body
    const flags = flagsOf({
      method,
      httpVersion,
      rawHeaders,
      inspect,
      cors: reply.cors,
      aborted,
      truncated,
    })
    const { isOutside } = connection
    const refused = connection.refused?.request === req ? connection.refused.status : null
    const arrival = { bin, rawHeaders, flags, size, refused, isOutside }
    const { step, headers } = planReply(arrival, reply, plans)
    const head: RequestHead = {
      receivedAt,
      // A clock that was set back in between must not make it end before it began.
      completedAt: Math.max(receivedAt, now()),
      method,
      target: req.url ?? '',
      httpVersion,
      rawHeaders,
      rawTrailers: req.rawTrailers,
      peer: connection.peer,
      size,
      flags,
      reply: step.given,
    }
    return { head, step, headers }
  }

  function fail(exchange: Exchange, error: unknown): void {
    underWay -= 1
    exchange.before = null
    refuse(exchange.req, exchange.res, notKept(error))
    log.notKept(exchange.route.bin, error)
  }

  return { handle, underWay: () => underWay }
}

/** Only what finds no bin is counted: nothing is refused for what others behind the same proxy do. */
function misdirected(req: IncomingMessage, rates: CaptureDeps['rates']): HttpProblem {
  try {
    rates.unknownBin(req)
    return binNotFound
  } catch (error) {
    if (error instanceof HttpProblem) return error
    throw error
  }
}

/** Answers a request of the capture plane that is not kept. */
function refuse(
  req: IncomingMessage,
  res: ServerResponse,
  problem: HttpProblem,
  home?: string,
): void {
  sendReply(req, res, problemReply(problem, headerOf(req.rawHeaders, 'accept'), home), [])
}

/** Where who has lost their way in a browser may start anew. */
function homeOf(req: IncomingMessage, { hasPage }: CaptureDeps): string | undefined {
  const isVisit = req.method === 'GET' && hasPage(req)
  return isVisit ? wayToRoot(parseTarget(req.url ?? '').path) : undefined
}
