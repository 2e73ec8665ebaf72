import { ApiProblem } from '../../shared/client.ts'
import type { ProblemCode } from '../../shared/problem.ts'

/** What went wrong, short enough to be shown. */
export type Failure = { code: ProblemCode | 'unreachable'; message: string }

/** The failure behind whatever the client threw. */
export function problemOf(error: unknown): Failure {
  if (error instanceof ApiProblem) return { code: error.problem.code, message: error.message }
  return { code: 'unreachable', message: error instanceof Error ? error.message : String(error) }
}

const finalCodes = new Set<Failure['code']>([
  'bin-not-found',
  'owner-key-required',
  'owner-key-wrong',
  'share-ended',
  'share-password-required',
])

/** Whether asking again will not help: the bin is gone, or not for us. */
export function isFinal({ code }: Failure): boolean {
  return finalCodes.has(code)
}
