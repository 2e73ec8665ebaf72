import type { RequestDetail } from '../request.ts'

type Cell = string | number | null | undefined

const columns: Record<string, (request: RequestDetail) => Cell> = {
  seq: (request) => request.seq,
  receivedAt: (request) => request.receivedAt,
  method: (request) => request.method,
  path: (request) => request.path,
  contentType: (request) => request.contentType,
  size: (request) => request.size,
  type: ({ event }) => event?.type,
  trigger: ({ event }) => event?.trigger,
  label: ({ event }) => event?.label.en,
  occurredAt: ({ event }) => event?.occurredAt,
  contactId: ({ event }) => event?.contact.id,
  contactEmail: ({ event }) => event?.contact.email,
  verdict: (request) => request.verdict,
  issues: (request) => request.issueCount,
  ip: ({ source }) => source.ip,
  flags: ({ flags }) => flags.join(' '),
  status: ({ reply }) => reply.status,
  pinned: ({ pinned }) => (pinned ? 'yes' : ''),
  note: ({ notes }) => notes,
}

/** The first line of a table of requests (RFC 4180). */
export const csvHeader = line(Object.keys(columns))

/** One line of it. */
export function csvRow(request: RequestDetail): string {
  return line(Object.values(columns).map((read) => read(request)))
}

function line(cells: Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

function cellText(cell: Cell): string {
  const text = String(cell ?? '')
  // Spreadsheets run a text that begins like a formula; senders choose these texts.
  const harmless = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
