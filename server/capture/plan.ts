import type { BinReply } from '../../shared/bin.ts'
import type { RequestFlag } from '../../shared/request.ts'
import type { ReplySteps } from '../replies/steps.ts'
import { corsHeaders, preflightHeaders } from './cors.ts'
import {
  preparedReplies,
  prepareReply,
  type PreparedReplies,
  type PreparedReply,
  type PreparedStep,
} from './prepared-reply.ts'
import { bodyTooLarge, problemReply } from './problem-reply.ts'
import { headerOf } from './raw-headers.ts'
import { visitPage } from './visit-page.ts'

/** What is known of a request when its reply is chosen. */
export type Arrival = {
  bin: string
  rawHeaders: readonly string[]
  flags: readonly RequestFlag[]
  size: number
  /** Status that it was refused with, all by itself. */
  refused: number | null
  /** It came in where nobody looks at bins. */
  isOutside: boolean
}

export type PlanRules = { steps: ReplySteps; bodyLimit: number; basePath: string }

/** How an exchange is going to end, and the headers that depend on its request. */
export type Plan = { step: PreparedStep; headers: readonly string[] }

const preflight = prepareReply(204, [], '')

/** Chooses the reply to a request that has arrived; uses a step of the bin's sequence, if it has one. */
export function planReply(arrival: Arrival, reply: BinReply, rules: PlanRules): Plan {
  const { flags, rawHeaders, refused } = arrival
  if (refused !== null || flags.includes('aborted'))
    return { step: brokenOff(refused), headers: [] }
  if (flags.includes('preflight')) {
    return { step: sent(preflight, 0), headers: preflightHeaders(rawHeaders) }
  }
  return {
    step: chooseStep(arrival, preparedReplies(reply), rules),
    headers: reply.cors ? corsHeaders(rawHeaders) : [],
  }
}

function chooseStep(
  { bin, flags, rawHeaders, size, isOutside }: Arrival,
  { isDefault, fixed, sequence }: PreparedReplies,
  { steps, bodyLimit, basePath }: PlanRules,
): PreparedStep {
  if (sequence.length > 0) return sequence[steps.take(bin, sequence.length)] ?? fixed
  if (!isDefault || flags.length === 0) return fixed
  if (flags.includes('truncated')) {
    const problem = bodyTooLarge(size, bodyLimit)
    return sent(problemReply(problem, headerOf(rawHeaders, 'accept')), fixed.given.delay)
  }
  if (flags.includes('browserVisit')) {
    const link = isOutside ? null : `${basePath}/bin/${bin}?inspect`
    return sent(visitPage(link), fixed.given.delay)
  }
  return fixed
}

function brokenOff(refused: number | null): PreparedStep {
  const outcome = refused === null ? 'none' : 'sent'
  return { given: { status: refused, delay: 0, outcome }, reply: null }
}

function sent(reply: PreparedReply, delay: number): PreparedStep {
  return { given: { status: reply.status, delay, outcome: 'sent' }, reply }
}
