import type { Trigger } from './events/trigger.ts'

/** Why something was not sent, or why no whole answer came. Stable words. */
export type SendFault =
  /** No target that was allowed at start, and public ones are not allowed either. */
  | 'target-not-allowed'
  /** No http or https address, with credentials in it, or a port that is no web server's. */
  | 'target-invalid'
  /** A bin of this server: that way requests would go round in circles. */
  | 'target-own'
  /** An address that is not of the public internet. */
  | 'address-blocked'
  /** It has been sent on from server to server too often. */
  | 'loop'
  | 'too-many-redirects'
  /** No host of this name. */
  | 'name-unknown'
  | 'timeout'
  | 'refused'
  | 'reset'
  | 'answer-too-large'
  | 'cancelled'
  | 'failed'

/** What made this server send something. */
export type SendCause = 'replay' | 'forward' | 'event' | 'playback'

/** One time that this server sent something, and what came back. */
export type Sending = {
  /** Ascending over all bins of a run of the server. */
  id: number
  cause: SendCause
  /** Captured request that was sent; `null`: a documented event. */
  seq: number | null
  trigger: string | null
  at: string
  /** `null`: the bin itself. */
  to: string | null
  method: string
  /** 1 for the first try. */
  attempt: number
  /** Bytes of the body. */
  bytes: number
  /** Milliseconds until the answer was there, or until it was given up. */
  took: number
  /** Addresses that answers led on to. */
  redirects: string[]
  /** `null` where none came whole. */
  status: number | null
  /** Name, value, name, value …, as they came. */
  headers: string[]
  /** The first bytes of the answer as text. */
  body: string
  /** Bytes of the answer's body. */
  size: number
  fault: { code: SendFault; message: string } | null
  /** Number that the bin gave it, where it was sent to the bin itself. */
  binSeq: number | null
}

/** Where things may be sent to. */
export type Targets = {
  /** As allowed at start: addresses that begin with one of these. */
  allowed: string[]
  /** Whether any address of the public internet may be sent to as well. */
  anyPublic: boolean
}

/** The rule "send every request of this bin on to …", and how it fares. */
export type ForwardRule = {
  to: string
  /** Whether captured `Authorization` and `Cookie` go along. */
  credentials: boolean
  /** Everything up to this number is done with. */
  after: number
  /** Requests that wait for their turn, or for another attempt. */
  waiting: number
  sent: number
  /** Given up after the last attempt. */
  failed: number
  /** Left out because more than a thousand waited. */
  dropped: number
  /** Why nothing is sent at present. */
  stopped: string | null
}

/** A sequence of captured requests that is being sent again, or was. */
export type Playback = {
  to: string | null
  speed: number
  total: number
  done: number
  failed: number
  state: 'running' | 'ended' | 'cancelled'
  /** When the next one is due; `null`: none is. */
  nextAt: string | null
}

/** What was sent, and how it was answered. */
export type SentEvent = {
  trigger: Trigger
  /** Number of the request in the bin; `null` where the bin's reply did not tell. */
  seq: number | null
  /** Status of the answer; `null` where it broke off or took longer than ten seconds. */
  status: number | null
  bytes: number
  /** What was sent, in order: twice where a duplicate was asked for. */
  sendings: Sending[]
}

/** What a bin sends on, and what it has sent lately, newest first. */
export type SendingState = {
  targets: Targets
  forward: ForwardRule | null
  playback: Playback | null
  sendings: Sending[]
}
