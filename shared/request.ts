import type { EventSummary, Issue, Verdict } from './events/verdict.ts'

/** What was unusual about how a request came in. Each flag has its words in the page's dictionary. */
export type RequestFlag =
  /** Any method but GET and HEAD, sent to the link that people look at (`?inspect`). */
  | 'sentToInspectLink'
  /** A GET whose sender accepts `text/html`: most likely a person with a browser. */
  | 'browserVisit'
  /** The sender went away before the end of the body: what had arrived is kept. */
  | 'aborted'
  /** The body was longer than the limit: its first bytes are kept, its true size is told. */
  | 'truncated'
  /** A CORS preflight that the bin answered. */
  | 'preflight'
  /** The request asked for another protocol (`Upgrade`), and was captured as plain HTTP. */
  | 'upgrade'
  /** It names another version of HTTP than 1.0 and 1.1, and was read as plain HTTP all the same. */
  | 'oddVersion'

/** The reply that a captured request was given. */
export type ReplyGiven = {
  /** Status code sent; `null` where none was (`timeout`, `reset`, `none`). */
  status: number | null
  /** Milliseconds the reply was held back after storing. */
  delay: number
  /** How the exchange was ended; `none`: the sender was gone before it could be answered. */
  outcome: 'sent' | 'timeout' | 'reset' | 'slow' | 'none'
}

/** The other end of a connection. */
export type Peer = {
  address: string
  port: number
  /** It is the tunnel that the server has started: whom it forwards for is believed. */
  tunnel?: true
}

/** A captured request without its body, as the store keeps it; never changed afterwards. */
export type RequestHead = {
  /** When the first byte of the request arrived: milliseconds since 1970. */
  receivedAt: number
  /** When the last byte of the body arrived: milliseconds since 1970. */
  completedAt: number
  method: string
  /** Request target, verbatim. */
  target: string
  /** As in the request line: `1.1`. */
  httpVersion: string
  /** Name, value, name, value …: order, case and duplicates as sent; one character a byte (latin1). */
  rawHeaders: string[]
  /** The same for trailers. */
  rawTrailers: string[]
  peer: Peer
  /** True size of the body in bytes, counted to its end (or to where the sender was cut off). */
  size: number
  flags: RequestFlag[]
  reply: ReplyGiven
}

/** A head with what the store adds. */
export type StoredRequest = RequestHead & {
  bin: string
  /** Position in the bin: 1, 2, 3 …, never used again. */
  seq: number
  /** Bytes of the body that are kept: less than `size` where it was truncated. */
  storedSize: number
  /** Of the bytes kept; 64 lower-case hex digits. */
  sha256: string
}

/** Who sent a request, as far as that can be known. */
export type RequestSource = {
  /** Peer address, or the address a trusted proxy vouches for; IPv4-mapped IPv6 is folded. */
  ip: string
  via: 'socket' | 'forwarded'
  /** Exactly one of the addresses that systeme.io documents. */
  documented: boolean
}

/** One row of the list. */
export type RequestSummary = {
  seq: number
  /** Unique over all bins, stable, readable: `<bin>.<seq>`. */
  id: string
  /** RFC 3339 UTC with milliseconds. */
  receivedAt: string
  method: string
  /** Path of the target as sent, without its query. */
  path: string
  contentType: string | null
  size: number
  event: EventSummary | null
  verdict: Verdict
  issueCount: number
  source: RequestSource
  flags: RequestFlag[]
  pinned: boolean
}

/** Outcome of checking an account webhook's signature. */
export type SignatureResult = {
  status: 'valid' | 'valid-normalized' | 'invalid' | 'missing' | 'unchecked'
  /** Why it is invalid, in words. */
  cause?: string
}

/** What became of a body when its `Content-Encoding` was taken off. */
export type BodyEncoding = {
  /** In the order they were applied. */
  codings: string[]
  /** Bytes after decoding; `null` where it could not be decoded. */
  decodedSize: number | null
  /** Why it could not. */
  fault?: 'unknown' | 'corrupt' | 'too-large'
}

/** Why a share does not show a body: it could not be told where its personal values are. */
export type Withheld =
  /** It has a content encoding. */
  | 'encoded'
  /** Its bytes are no UTF-8 text. */
  | 'binary'
  /** It is meant to be JSON, and is broken. */
  | 'unreadable'
  /** Text that is neither JSON nor a form. */
  | 'unknown-form'
  | 'too-large'

/** The body of a request, as the API gives it. */
export type RequestBody = {
  size: number
  /** Of the bytes kept, as they came. */
  sha256: string
  truncated: boolean
  contentType: string | null
  charset: string | null
  /** Present where the body, its content encoding taken off, is text. Ranges of issues point into it. */
  text?: string
  /** The kept bytes as they came; present where `text` as UTF-8 would not give them back. */
  base64?: string
  /** Present where the sender named a content encoding. */
  encoding?: BodyEncoding
  /** Present where a share keeps the body back. */
  withheld?: Withheld
}

/** The whole request, as the API gives it. */
export type RequestDetail = RequestSummary & {
  completedAt: string
  target: string
  /** What follows `/bin/<id>` in the path, as sent; empty where nothing does. */
  suffix: string
  httpVersion: string
  rawHeaders: string[]
  trailers: string[]
  /** Name and value of each query parameter, decoded, in order. */
  query: [name: string, value: string][]
  peer: Peer
  body: RequestBody
  /** All events of a body that carries several; else the one of `event`. */
  events: EventSummary[]
  issues: Issue[]
  signature: SignatureResult
  reply: ReplyGiven
  notes: string
}

/** The answer to a mark: the row as it now stands, with its note. */
export type MarkedRequest = RequestSummary & { notes: string }
