import { checkShape } from './check.ts'
import { doubleEscaped } from './escaping.ts'
import type { Report } from './finding.ts'
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
  const findings = identity ? identity.findings : nearMisses(layer)
  findings.forEach(report)
  if (!identity) return 'unrecognized'
  const { shape, home, foreign } = identity
  checkShape({ doc: layer.doc, report, home, foreign }, layer.node, shape)
  doubleEscaped(layer, body).forEach(report)
  if (identity.standing !== 'documented') return identity.standing
  if (issues.countOf('error') > errors) return 'invalid'
  return context.isDrifted || issues.countOf('warning') > warnings ? 'drifted' : 'valid'
}
