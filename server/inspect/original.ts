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
  verdict: Verdict
  /** Why its body is not shown. */
  withheld: Withheld | null
}

export type Originals = (request: StoredRequest) => Original | undefined

/** The judgement of a body that is not shown: how it was judged, and nothing of why. */
export function judgedUnseen(inspected: Inspected, verdict: Verdict): Inspected {
  const nothing = { text: null, charset: null, event: null, events: [], issues: [], issueCount: 0 }
  return { ...inspected, judgement: { ...nothing, verdict } }
}

/**
 * What is only right in a documented sample, character for character, is right in one with parts
 * hidden as well ([decision 3](../../docs/decisions/0003-documented-samples-are-valid.md)).
 */
export function judgedAsPrinted(inspected: Inspected, verdict: Verdict): Inspected {
  const { judgement } = inspected
  if (verdict !== 'valid' || judgement.verdict !== 'drifted') return inspected
  const issues = judgement.issues.map((issue) =>
    issue.code === 'double-escaped' ? { ...issue, severity: 'info' as const } : issue,
  )
  if (issues.some(({ severity }) => severity !== 'info')) return inspected
  return { ...inspected, judgement: { ...judgement, verdict, issues } }
}
