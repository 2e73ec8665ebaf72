import { defaultReply, type BinReply, type FixedReply, type ReplyStep } from '../../shared/bin.ts'
import type { ReplyGiven } from '../../shared/request.ts'
import { capturedPolicy } from '../http/security-headers.ts'
import { replyOfStatus } from '../replies/status.ts'

/** A reply as it goes out: worked out once, sent many times. */
export type PreparedReply = {
  readonly status: number
  /** Names and values in turn, all but `X-Bin-Seq`. */
  readonly headers: readonly string[]
  readonly body: string | Buffer
}

/** How an exchange ends; without a reply where the sender gets none. */
export type PreparedStep = { readonly given: ReplyGiven; readonly reply: PreparedReply | null }

/** The reply settings of a bin, ready to be used. */
export type PreparedReplies = {
  /** Nobody has changed what the sender gets: Binspect may answer more helpfully. */
  readonly isDefault: boolean
  readonly fixed: PreparedStep
  readonly sequence: readonly PreparedStep[]
}

const prepared = new WeakMap<BinReply, PreparedReplies>()

/** The prepared form of a bin's reply settings, which are replaced and never changed in place. */
export function preparedReplies(reply: BinReply): PreparedReplies {
  const known = prepared.get(reply)
  if (known) return known
  const fresh = {
    isDefault: looksDefault(reply),
    fixed: prepareFixed(reply, 'sent'),
    sequence: reply.sequence.map((step) => prepareStep(step, reply)),
  }
  prepared.set(reply, fresh)
  return fresh
}

/** Adds what every reply to a sender carries: nothing captured may act in the name of this server. */
export function prepareReply(
  status: number,
  headers: readonly string[],
  body: string,
  policy: string = capturedPolicy,
): PreparedReply {
  const hasBody = status !== 204 && status !== 304
  const all = [
    ...headers,
    ...(hasBody ? ['Content-Length', String(Buffer.byteLength(body))] : []),
    'Content-Security-Policy',
    policy,
    'X-Content-Type-Options',
    'nosniff',
  ]
  return { status, headers: all, body: hasBody ? bytesOf(body, all) : '' }
}

function prepareStep(step: ReplyStep, reply: BinReply): PreparedStep {
  if (step === 'timeout' || step === 'reset') {
    return { given: { status: null, delay: 0, outcome: step }, reply: null }
  }
  if (step === 'slow') return prepareFixed(reply, 'slow')
  return prepareFixed(typeof step === 'number' ? replyOfStatus(step, reply) : step, 'sent')
}

function prepareFixed(reply: FixedReply, outcome: 'sent' | 'slow'): PreparedStep {
  const { status, delay } = reply
  return {
    given: { status, delay, outcome },
    reply: prepareReply(status, reply.headers.flat(), reply.body),
  }
}

/** Node joins a text to its head and sends both as UTF-8, which would change header bytes over 0x7f. */
function bytesOf(body: string, headers: string[]): string | Buffer {
  return headers.every((text) => /^[\t\x20-\x7e]*$/.test(text)) ? body : Buffer.from(body)
}

function looksDefault({ status, headers, body, sequence }: BinReply): boolean {
  return (
    status === defaultReply.status &&
    body === defaultReply.body &&
    sequence.length === 0 &&
    JSON.stringify(headers) === JSON.stringify(defaultReply.headers)
  )
}
