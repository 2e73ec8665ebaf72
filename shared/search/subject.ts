import type { EventSummary, Issue, Verdict } from '../events/verdict.ts'
import type { JsonDocument } from '../json/document.ts'
import type { RequestFlag, SignatureResult } from '../request.ts'

/**
 * What a search asks of a request. Names and meanings are those of `RequestDetail`. Every property
 * may be a getter: what comes later here costs more, and is read only where the terms before it
 * have not decided.
 */
export type SearchSubject = {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  readonly method: string
  readonly path: string
  readonly query: readonly (readonly [name: string, value: string])[]
  readonly rawHeaders: readonly string[]
  readonly size: number
  readonly flags: readonly RequestFlag[]
  readonly ip: string
  readonly pinned: boolean
  readonly notes: string
  /** Status of the reply given; `null` where none was sent. */
  readonly status: number | null

  readonly verdict: Verdict
  readonly events: readonly EventSummary[]
  readonly issues: readonly Pick<Issue, 'code'>[]
  readonly signature: SignatureResult['status']

  /** The decoded body; `null` where it is no text. */
  readonly text: string | null
  /** The events in the body, wrappers taken off, or else the root of its JSON; none where it has none. */
  readonly roots: readonly JsonRoot[]
}

export type JsonRoot = { readonly doc: JsonDocument; readonly node: number }
