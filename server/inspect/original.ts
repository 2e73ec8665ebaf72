import type { Verdict } from '../../shared/events/verdict.ts'
import type {
  RequestSource,
  SignatureResult,
  StoredRequest,
  Withheld,
} from '../../shared/request.ts'
import type { Inspected } from './inspect.ts'

/** What only a request as it came can tell of one that is shown with parts of it hidden. */
export type Original = {
  source: RequestSource
  signature: SignatureResult
  /** Why its body is not shown, and how that was judged. */
  withheld: { why: Withheld; verdict: Verdict } | null
}

export type Originals = (request: StoredRequest) => Original | undefined

/** The judgement of a body that is not shown: how it was judged, and nothing of why. */
export function judgedUnseen(inspected: Inspected, verdict: Verdict): Inspected {
  const nothing = { text: null, charset: null, event: null, events: [], issues: [], issueCount: 0 }
  return { ...inspected, judgement: { ...nothing, verdict } }
}
