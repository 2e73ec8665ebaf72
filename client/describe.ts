import type { ClosestMiss } from '../shared/request-list.ts'
import { escapeLine } from '../shared/escape-line.ts'
import type { RequestSummary } from '../shared/request.ts'

/** A captured request in one line, for a message: nothing in it steers a terminal. */
export function describeRequest({ seq, receivedAt, event, verdict, method, path }: RequestSummary) {
  const what = event ? (event.trigger ?? event.type) : `${method} ${path}`
  const who = event?.contact.email ?? event?.contact.id ?? ''
  return escapeLine(`#${seq} ${receivedAt.slice(11, 23)} ${what} ${verdict} ${who}`.trimEnd())
}

/** Requests that came close, each with the terms that it fails. */
export function describeMisses(misses: readonly ClosestMiss[]): string {
  if (misses.length === 0) return 'Nothing came at all.'
  const lines = misses.map(
    ({ request, failed }) => `  ${describeRequest(request)}\n    fails  ${failed.join('  ')}`,
  )
  return `Closest:\n${lines.join('\n')}`
}
