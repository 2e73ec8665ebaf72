import { StoreError, type StoreErrorCode } from '../store/store.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import { HttpProblem } from './problem.ts'

const codes: Record<StoreErrorCode, ProblemCode> = {
  full: 'storage-full',
  failed: 'storage-unavailable',
  closed: 'shutting-down',
  exists: 'bin-exists',
  'unknown-bin': 'bin-not-found',
  corrupt: 'request-corrupt',
}

/** Whatever went wrong, as a problem; what nobody foresaw tells nothing of its inside. */
export function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error instanceof StoreError) {
    const headers = { ...(error.code === 'full' && { 'Retry-After': '30' }) }
    return new HttpProblem(codes[error.code], error.message, { cause: error, headers })
  }
  // Express refuses paths that are not percent-encoded UTF-8; nothing can stand there.
  if (error instanceof URIError) {
    return new HttpProblem('not-found', 'The address cannot be read.', { cause: error })
  }
  return new HttpProblem('internal-error', 'The log of the server tells more.', { cause: error })
}
