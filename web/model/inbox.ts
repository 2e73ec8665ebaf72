import type { RequestSummary } from '../../shared/request.ts'
import type { RequestList } from '../../shared/request-list.ts'

/** The rows of a bin that the page has, and what it knows about the rest. Never changed in place. */
export type Inbox = {
  /** Newest first, strictly descending `seq`. */
  rows: readonly RequestSummary[]
  /** Pass it as `before` to get older rows; `null`: there are none. */
  next: number | null
  /** Highest `seq` that is accounted for, whether it is held or not. */
  latest: number
  /** Up to here everything counts as read. */
  readUpTo: number
  /** What has been opened of the rows after `readUpTo`. */
  opened: ReadonlySet<number>
  /** Arrived while the top of the list was out of sight. */
  unseen: number
}

export const emptyInbox: Inbox = {
  rows: [],
  next: null,
  latest: 0,
  readUpTo: 0,
  opened: new Set(),
  unseen: 0,
}

/** The first page: what is there when a bin is opened is not news. */
export function withFirstPage(page: RequestList): Inbox {
  return {
    ...emptyInbox,
    rows: page.requests,
    next: page.next,
    latest: page.latest,
    readUpTo: page.latest,
  }
}

/** A fresh page in place of all rows, keeping what has been read: after a reset, or another search. */
export function withNewPage(inbox: Inbox, page: RequestList): Inbox {
  return {
    ...inbox,
    rows: page.requests,
    next: page.next,
    latest: Math.max(inbox.latest, page.latest),
    unseen: 0,
  }
}

/** An older page at the end. */
export function withOlderPage(inbox: Inbox, page: RequestList): Inbox {
  const last = inbox.rows.at(-1)?.seq ?? Infinity
  const older = page.requests.filter((row) => row.seq < last)
  return { ...inbox, rows: [...inbox.rows, ...older], next: page.next }
}

/**
 * Rows that came in, ascending as the stream gives them; what is known already is left out.
 * @param atTop whether the newest row is in sight
 */
export function withArrivals(
  inbox: Inbox,
  arrivals: readonly RequestSummary[],
  atTop: boolean,
): Inbox {
  const top = inbox.rows[0]?.seq ?? 0
  const fresh = arrivals.filter((row) => row.seq > top)
  if (fresh.length === 0) return inbox
  return {
    ...inbox,
    rows: [...fresh.toReversed(), ...inbox.rows],
    latest: Math.max(inbox.latest, fresh.at(-1)?.seq ?? 0),
    unseen: atTop ? 0 : inbox.unseen + fresh.length,
  }
}

/** Rows that were pinned, noted or judged anew. */
export function withChanged(inbox: Inbox, changed: readonly RequestSummary[]): Inbox {
  const bySeq = new Map(changed.map((row) => [row.seq, row]))
  return { ...inbox, rows: inbox.rows.map((row) => bySeq.get(row.seq) ?? row) }
}

export function withRemoved(
  inbox: Inbox,
  removed: { seqs: readonly number[] } | { upTo: number },
): Inbox {
  if ('upTo' in removed) {
    const rows = inbox.rows.filter((row) => row.seq > removed.upTo)
    const next = inbox.next !== null && inbox.next <= removed.upTo ? null : inbox.next
    return { ...inbox, rows, next }
  }
  const gone = new Set(removed.seqs)
  return { ...inbox, rows: inbox.rows.filter((row) => !gone.has(row.seq)) }
}

/** A request that was opened counts as read. */
export function withOpened(inbox: Inbox, seq: number): Inbox {
  if (seq <= inbox.readUpTo || inbox.opened.has(seq)) return inbox
  return { ...inbox, opened: new Set(inbox.opened).add(seq) }
}

/** The top of the list came into sight. */
export function withTopSeen(inbox: Inbox): Inbox {
  return inbox.unseen === 0 ? inbox : { ...inbox, unseen: 0 }
}

export function isUnread(inbox: Inbox, seq: number): boolean {
  return seq > inbox.readUpTo && !inbox.opened.has(seq)
}

/** Position of a request among the rows; -1 where it is not held. */
export function indexOfSeq(rows: readonly RequestSummary[], seq: number): number {
  let low = 0
  let high = rows.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = rows[middle]?.seq ?? 0
    if (found === seq) return middle
    if (found > seq) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The row `step` below (or above, negative) the selected one; from nowhere, the first. */
export function neighbour(
  rows: readonly RequestSummary[],
  seq: number | null,
  step: number,
): number | null {
  // As they are listed: earlier attempts may stand below the newest.
  const index = seq === null ? -1 : rows.findIndex((row) => row.seq === seq)
  if (index < 0) return rows[0]?.seq ?? null
  return rows[Math.min(rows.length - 1, Math.max(0, index + step))]?.seq ?? null
}
