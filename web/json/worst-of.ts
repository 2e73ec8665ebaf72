import { severities, type Issue, type Severity } from '../../shared/events/verdict.ts'

/** The worst severity among issues, for the colour of their line. */
export function worstOf(issues: readonly Issue[]): Severity {
  return severities.find((one) => issues.some(({ severity }) => severity === one)) ?? 'info'
}
