import { prefersHtml } from '../http/accept.ts'
import { errorPage } from '../http/error-page.ts'
import { problemKinds } from '../http/problem-kinds.ts'
import { HttpProblem } from '../http/problem.ts'
import { StoreError } from '../store/store.ts'
import { prepareReply, type PreparedReply } from './prepared-reply.ts'

/**
 * A problem as a sender gets it: JSON, or a page for who prefers HTML.
 * @param home address of the start page, where there is one for this sender
 */
export function problemReply(
  problem: HttpProblem,
  accept: string | undefined,
  home?: string,
): PreparedReply {
  const document = problem.toDocument()
  const more = Object.entries(problem.options.headers ?? {}).flat()
  if (!prefersHtml(accept)) {
    const headers = ['Content-Type', 'application/problem+json', ...more]
    return prepareReply(document.status, headers, JSON.stringify(document))
  }
  const page = errorPage(document, { next: problemKinds[problem.code].next, home })
  const headers = ['Content-Type', 'text/html; charset=utf-8', ...more]
  return prepareReply(document.status, headers, page.html, `sandbox; ${page.policy}`)
}

/** The same words for every id, so that nothing is learnt from them. */
export const binNotFound = new HttpProblem(
  'bin-not-found',
  'No bin has this address, so the request was not kept. ' +
    'The path is /bin/ and the id of a bin, exactly as the page shows it.',
)

/** A body over the limit: what became of it. */
export function bodyTooLarge(size: number, limit: number): HttpProblem {
  return new HttpProblem(
    'body-too-large',
    `The request was kept with the first ${limit} of its ${size} bytes. ` +
      'Start the server with a higher --body-limit to keep more.',
  )
}

/** Why a request could not be kept. */
export function notKept(error: unknown): HttpProblem {
  const code = error instanceof StoreError ? error.code : 'failed'
  if (code === 'unknown-bin') return binNotFound
  if (code === 'full') {
    return new HttpProblem('storage-full', 'There is no room to keep the request: send it again.', {
      headers: { 'Retry-After': '30' },
      cause: error,
    })
  }
  return new HttpProblem('storage-unavailable', 'The request could not be kept: send it again.', {
    headers: { 'Retry-After': '5' },
    cause: error,
  })
}
