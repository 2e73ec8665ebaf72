import { checkShape } from './check.ts'
import { doubleEscaped } from './escaping.ts'
import type { Finding, Report } from './finding.ts'
import { nearMisses } from './identify.ts'
import type { Issues } from './issues.ts'
import { Scope } from './scope.ts'
import type { Candidate } from './unwrap.ts'
import type { Verdict } from './verdict.ts'

export type EventContext = {
  /** The whole text of the request. */
  body: string
  issues: Issues
  /** Whether the body as a whole has a warning: a wrapper, a byte order mark. */
  isDrifted: boolean
  /** Whether there is nothing beside it. */
  isOne: boolean
  /** Place of the event among several. */
  event: number | undefined
}

/** Holds one event against its shape. */
export function judgeEvent({ layer, identity }: Candidate, context: EventContext): Verdict {
  const { issues, body } = context
  const scope = new Scope(layer, context.event)
  const errors = issues.countOf('error')
  const warnings = issues.countOf('warning')
  const report: Report = (finding) => issues.add(finding.severity, () => scope.issueOf(finding))
  for (const problem of layer.doc.problems) {
    if (problem.code === 'bom' || !scope.holds(problem)) continue
    issues.add(problem.severity, () => scope.issueOfProblem(problem))
  }
  if (!identity) {
    nearMisses(layer).forEach(report)
    if (!context.isOne) report(noEvent(layer.node))
    return 'unrecognized'
  }
  identity.findings.forEach(report)
  const { shape, home, foreign } = identity
  checkShape({ doc: layer.doc, report, home, foreign }, layer.node, shape)
  doubleEscaped(layer, body).forEach(report)
  if (identity.standing !== 'documented') return identity.standing
  if (issues.countOf('error') > errors) return 'invalid'
  return context.isDrifted || issues.countOf('warning') > warnings ? 'drifted' : 'valid'
}

/** Said of what stands beside events, since the whole body is unrecognized because of it. */
function noEvent(node: number): Finding {
  const message = 'This stands beside events and is none'
  return { severity: 'info', code: 'unknown-type', node, message }
}
