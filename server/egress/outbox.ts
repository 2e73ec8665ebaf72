import type { Sending, SendCause } from '../../shared/sending.ts'
import { EgressError } from './egress-error.ts'
import type { Answer, Egress, Outgoing } from './egress.ts'

/** Sendings of one bin that are remembered. */
const mostKept = 200

/** Something to be sent. */
export type Order = {
  bin: string
  cause: SendCause
  seq?: number
  trigger?: string
  attempt?: number
  /** `null`: the bin itself, at `target`. */
  to: string | null
  /** Path and query at the bin. */
  target: string
  outgoing: Outgoing
}

export type OutboxDeps = {
  egress: Egress
  /** Milliseconds since 1970. */
  now: () => number
  /** Milliseconds that only ever go forward. */
  elapsed?: () => number
}

/** Sends what is ordered, and remembers what came of it, until the server stops. */
export class Outbox {
  readonly #deps: OutboxDeps
  readonly #kept = new Map<string, Sending[]>()
  #latest = 0

  constructor(deps: OutboxDeps) {
    this.#deps = deps
  }

  get targets() {
    return this.#deps.egress.targets
  }

  /** @throws EgressError where nothing may be sent there */
  check(to: string): void {
    this.#deps.egress.check(to)
  }

  /** Never throws: what went wrong is part of the result. */
  async send(order: Order, signal?: AbortSignal): Promise<Sending> {
    const { now, elapsed = () => performance.now() } = this.#deps
    const at = new Date(now()).toISOString()
    const started = elapsed()
    const outcome = await this.#try(order, signal)
    this.#latest += 1
    const { bin, cause, seq = null, trigger = null, attempt = 1, to, outgoing } = order
    const sending: Sending = {
      id: this.#latest,
      cause,
      seq,
      trigger,
      at,
      to,
      attempt,
      method: outgoing.method,
      bytes: outgoing.body.length,
      took: Math.round(elapsed() - started),
      ...viewOf(outcome, to),
    }
    this.#keep(bin, sending)
    return sending
  }

  /** Sends something to a bin of this server, and remembers nothing of it. @throws EgressError */
  async knock(target: string, outgoing: Outgoing, signal: AbortSignal) {
    const { status, rawHeaders } = await this.#deps.egress.sendToBin(target, outgoing, signal)
    return { status, seq: seqOf(rawHeaders) }
  }

  /** The newest sendings of a bin, newest first. */
  of(bin: string): Sending[] {
    return (this.#kept.get(bin) ?? []).toReversed()
  }

  forget(bin: string): void {
    this.#kept.delete(bin)
  }

  async #try(order: Order, signal?: AbortSignal): Promise<Answer | EgressError> {
    const { to, target, outgoing } = order
    const { egress } = this.#deps
    try {
      if (to === null) return await egress.sendToBin(target, outgoing, signal)
      return await egress.send(to, outgoing, signal)
    } catch (error) {
      if (error instanceof EgressError) return error
      return new EgressError('failed', error instanceof Error ? error.message : String(error))
    }
  }

  #keep(bin: string, sending: Sending): void {
    const kept = this.#kept.get(bin) ?? []
    kept.push(sending)
    if (kept.length > mostKept) kept.shift()
    this.#kept.set(bin, kept)
  }
}

type Outcome = Pick<
  Sending,
  'status' | 'headers' | 'body' | 'size' | 'redirects' | 'fault' | 'binSeq'
>

function viewOf(outcome: Answer | EgressError, to: string | null): Outcome {
  if (outcome instanceof EgressError) {
    const fault = { code: outcome.code, message: outcome.message }
    return { status: null, headers: [], body: '', size: 0, redirects: [], fault, binSeq: null }
  }
  const { status, rawHeaders, start, size, redirects } = outcome
  const body = new TextDecoder().decode(start)
  const binSeq = to === null ? seqOf(rawHeaders) : null
  return { status, headers: rawHeaders, body, size, redirects, fault: null, binSeq }
}

function seqOf(rawHeaders: readonly string[]): number | null {
  const place = rawHeaders.findIndex((name) => name.toLowerCase() === 'x-bin-seq')
  const seq = Number(rawHeaders[place + 1])
  return place >= 0 && Number.isInteger(seq) ? seq : null
}
