import { EgressError } from '../egress/egress-error.ts'
import type { Outbox } from '../egress/outbox.ts'
import { HttpProblem } from './problem.ts'

/** @throws HttpProblem `target-not-allowed`, with the reason, where nothing may be sent there */
export function requireTarget(outbox: Outbox, to: string): void {
  try {
    outbox.check(to)
  } catch (error) {
    if (!(error instanceof EgressError)) throw error
    throw new HttpProblem('target-not-allowed', error.message, { pointer: '/to', cause: error })
  }
}
