/** Something that knocked at a bin and never became a request. */
export type RejectedRequest = {
  at: string
  /** Stable word: `bad-request`, `headers-too-large`, `timeout`, … */
  code: string
  detail: string
  peer: string
}

/** How it went to send something to a bin at one of its addresses. */
export type Knock = {
  url: string
  /** Status of the answer; `null` where none came. */
  status: number | null
  /** Number of the request that it became; `null` where it did not reach the bin. */
  seq: number | null
  /** Why no answer came. */
  failure: string | null
  /** Milliseconds. */
  ms: number
}

/** `publicUrl`: `null` where the server was not told of a public address. */
export type SelfTest = { loopback: Knock; publicUrl: Knock | null }
