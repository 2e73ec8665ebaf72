/** One step of a reply sequence: a status, a whole reply, or a way to fail. */
export type ReplyStep = number | 'timeout' | 'reset' | 'slow' | FixedReply

/** What a bin answers to a captured request. */
export type FixedReply = {
  /** 200–599. */
  status: number
  /** Duplicates allowed; framing headers are refused. */
  headers: [name: string, value: string][]
  body: string
  /** Milliseconds to wait after storing, 0–60,000. */
  delay: number
}

export type BinReply = FixedReply & {
  /** Answer preflights and send `Access-Control-Allow-*`. */
  cors: boolean
  /** Used in turn, the last repeating; empty: always the fixed reply. */
  sequence: ReplyStep[]
}

/** The reply of a new bin. */
export const defaultReply: BinReply = {
  status: 200,
  headers: [['Content-Type', 'text/plain; charset=utf-8']],
  body: 'ok\n',
  delay: 0,
  cors: false,
  sequence: [],
}

/** Characters of a note, on a request or on the bin. */
export const longestNote = 10_000

export type Visibility = 'link' | 'private'

/** How many requests a bin holds, and what became of those it does not. */
export type BinCounts = {
  requests: number
  /** Bytes of bodies kept. */
  bytes: number
  evicted: number
  truncated: number
  aborted: number
  /** Refused by the HTTP parser before they were requests. */
  rejected: number
}

/** A bin as the API gives it: everything but its secrets. */
export type Bin = {
  id: string
  name: string
  captureUrl: string
  inspectUrl: string
  visibility: Visibility
  /** Said of it as a whole, as plain text; empty: nothing. */
  note: string
  createdAt: string
  expiresAt: string | null
  /** Sequence number of the newest request ever captured; 0 before the first. */
  latest: number
  /** Sequence number of the oldest request still held; `null` where none is. */
  oldest: number | null
  counts: BinCounts
  reply: BinReply
  /** Position in the reply sequence: how many steps have been used. */
  replyStep: number
  /** Whether a signing secret is set; the secret itself is never shown. */
  hasSecret: boolean
  /** Counts changes of its own shapes: rows that were read before one may be judged otherwise now. */
  shapesRevision: number
  /** Counts changes of its scenarios; their results are told by frames of their own. */
  scenariosRevision: number
}

/** Answer to creating a bin: the only time its owner key is told. */
export type CreatedBin = { bin: Bin; ownerKey: string }
