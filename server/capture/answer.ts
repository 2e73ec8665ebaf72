import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { PreparedReply, PreparedStep } from './prepared-reply.ts'
import { sendHead, sendReply } from './send.ts'
import type { Waits } from './waits.ts'

export type AnswerRules = {
  waits: Waits
  /** Milliseconds that `timeout` keeps the sender waiting. */
  timeout: number
  /** Milliseconds that `slow` takes. */
  slow: number
}

type Exchange = {
  req: IncomingMessage
  res: ServerResponse
  /** The reply before on the same connection. */
  before: ServerResponse | null
}

/** Pieces that a slow reply comes in. */
const slowPieces = 10

/** Ends an exchange as its step says; `more` are further headers. */
export function answer(
  exchange: Exchange,
  { given, reply }: PreparedStep,
  more: readonly string[],
  rules: AnswerRules,
): void {
  const { req, res } = exchange
  if (given.outcome === 'timeout') keepWaiting(exchange, rules)
  else if (given.outcome === 'reset') whenItsTurn(exchange, reset)
  else if (reply !== null) {
    rules.waits.after(given.delay, () => {
      if (given.outcome === 'slow') drip(exchange, reply, more, rules)
      else sendReply(req, res, reply, more)
    })
  }
}

/** Under TLS there is no handle to reset: the connection just ends, without a goodbye. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy()
  else socket.resetAndDestroy()
}

function keepWaiting(exchange: Exchange, { waits, timeout }: AnswerRules): void {
  const giveUp = () => whenItsTurn(exchange, (socket) => socket.destroy())
  waits.after(timeout, giveUp)
  // A sender that closes its side has given up: a half-open connection would wait on for nobody.
  exchange.req.socket.once('end', giveUp)
}

/** Sends the head, then the body piece by piece; a reply without a body is late as a whole. */
function drip(
  { req, res }: Exchange,
  reply: PreparedReply,
  more: readonly string[],
  { waits, slow }: AnswerRules,
): void {
  const body = Buffer.from(reply.body)
  if (body.length === 0 || req.method === 'HEAD') {
    waits.after(slow, () => sendReply(req, res, reply, more))
    return
  }
  sendHead(req, res, reply, more)
  const piece = Math.ceil(body.length / slowPieces)
  const pause = slow / Math.ceil(body.length / piece)
  const next = (from: number) => {
    if (from >= body.length) res.end()
    else {
      waits.after(pause, () => {
        res.write(body.subarray(from, from + piece))
        next(from + piece)
      })
    }
  }
  res.flushHeaders()
  next(0)
}

/** What ends the connection must not overtake the replies before. */
function whenItsTurn({ req, before }: Exchange, action: (socket: Socket) => void): void {
  if (before === null || before.writableFinished) action(req.socket)
  else before.once('close', () => action(req.socket))
}
