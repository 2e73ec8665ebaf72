import type { Issue, Severity } from './verdict.ts'

/** A hostile body may give millions of findings: so many of each severity are kept. */
const maxOfSeverity = 100

/** Gathers the issues of a body: all are counted, a bounded number is kept. */
export class Issues {
  private readonly kept: Issue[] = []
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }

  /** @param make only called where the issue is kept */
  add(severity: Severity, make: () => Issue): void {
    this.counts[severity]++
    if (this.counts[severity] <= maxOfSeverity) this.kept.push(make())
  }

  countOf(severity: Severity): number {
    return this.counts[severity]
  }

  get count(): number {
    return this.counts.error + this.counts.warning + this.counts.info
  }

  /** In order of position; what has no place in the text comes first. */
  inOrder(): Issue[] {
    return this.kept.sort((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1))
  }
}
