import type { Taken } from './wire.ts'

/** One message, and what a bare server made of it. */
export type Row = Taken & {
  path: string
  /** Sent, one character a byte. */
  message: string
  /** Status of each answer of the bare server. */
  statuses: number[]
}

/** A difference that is meant. */
export type Rule = {
  why: string
  /** The answers that it allows to a message; none where it does not concern it. */
  allows: (row: Row) => number[][]
}

/** Where the request that a message begins with goes to a bin. */
export const captureRules: Rule[] = [
  {
    why: 'a request that announces its body, which is whole, is answered before the junk behind it',
    allows: (row) => (announcesBody(row) && isWholeBeforeJunk(row) ? [[200, ...row.statuses]] : []),
  },
  {
    why: 'a sender of HTTP/1.0 may keep its connection, as replies say how long they are',
    allows: (row) => (keepsOldConnection(row) ? [[...row.statuses, 400]] : []),
  },
  {
    why: 'what follows the first request is not for the bin, and the hosts it names are not served',
    allows: ({ seen: [, ...others], statuses }) =>
      others.length > 0 ? [[200, ...others.map(() => 421), ...statuses]] : [],
  },
]

/** Where no request goes to a bin. */
export const controlRules: Rule[] = [
  {
    why: 'OPTIONS * asks about the server as a whole',
    allows: ({ message }) => (message.startsWith('OPTIONS * HTTP/1.1') ? [[204]] : []),
  },
  {
    // Junk behind a request is refused where the connection is not closing already.
    why: 'pages and API are for the hosts that the server is known by',
    allows: ({ seen }) => (seen.length === 1 ? [[421], [421, 400]] : []),
  },
]

/** Neither did it say that nothing would follow, nor did it ask for another protocol. */
function isWholeBeforeJunk({ seen, events, statuses }: Row): boolean {
  const [error, ...others] = events
  const isJunk = error?.startsWith('clientError:') === true && others.length === 0
  const isLast = error === 'clientError:HPE_CLOSED_CONNECTION'
  return (
    isJunk && !isLast && seen.length === 1 && seen[0]?.complete === true && statuses.length === 1
  )
}

function announcesBody({ message }: Row): boolean {
  return /^(content-length|transfer-encoding):/im.test(headOf(message))
}

function keepsOldConnection({ message, statuses }: Row): boolean {
  const head = headOf(message)
  const isKept = /^\S+ \S+ HTTP\/1\.0\r\n/.test(head) && /^connection: keep-alive$/im.test(head)
  return isKept && statuses.join() === '200' && message.length > head.length + 4
}

function headOf(message: string): string {
  return message.split('\r\n\r\n', 1)[0] ?? ''
}
