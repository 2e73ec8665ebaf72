import { escapeLine } from '../shared/escape-line.ts'
import type { RequestSummary } from '../shared/request.ts'
import { bold, dim, verdictColours } from './colour.ts'

const widths = { seq: 6, method: 4, verdict: 12, what: 28 }

/** A captured request as a line of the terminal. Everything of the sender is escaped. */
export function rowText(request: RequestSummary): string {
  const { seq, receivedAt, method, path, event, verdict, size } = request
  const what = event ? (event.trigger ?? event.type) : path
  const who = String(event?.contact.email ?? event?.contact.id ?? '')
  const { issueCount } = request
  const issues = issueCount === 0 ? '' : `${issueCount} issue${issueCount === 1 ? '' : 's'}`
  return [
    bold(`#${seq}`.padEnd(widths.seq)),
    dim(receivedAt.slice(11, 23)),
    escapeLine(method).padEnd(widths.method),
    verdictColours[verdict](verdict.padEnd(widths.verdict)),
    escapeLine(what).padEnd(widths.what),
    escapeLine(who),
    dim(`${size} B  ${issues}`.trimEnd()),
  ]
    .filter((part) => part !== '')
    .join('  ')
}
