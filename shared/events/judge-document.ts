import type { JsonProblem } from '../json/document.ts'
import { guessEvent } from './guess.ts'
import { Issues } from './issues.ts'
import { judgeEvent } from './judge-event.ts'
import type { Layer } from './layer.ts'
import { Scope } from './scope.ts'
import { summarize } from './summary.ts'
import { unwrap } from './unwrap.ts'
import type { EventSummary, Issue, Judgement, Verdict } from './verdict.ts'

type DocumentJudgement = Omit<Judgement, 'text' | 'charset'>

/**
 * Judges a JSON text.
 * @param body the whole text of the request
 * @param before what was found while the text was taken out of the request
 */
export function judgeDocument(layer: Layer, body: string, before: Issue[]): DocumentJudgement {
  const issues = new Issues()
  for (const issue of before) issues.add(issue.severity, () => issue)
  return layer.doc.error ? unreadable(layer, issues) : readable(layer, body, issues)
}

function unreadable(layer: Layer, issues: Issues): DocumentJudgement {
  addProblems(layer, issues, () => true)
  const event = guessEvent(layer)
  return conclude('unreadable', event ? [event] : [], issues)
}

function readable(layer: Layer, body: string, issues: Issues): DocumentJudgement {
  const { candidates, wrappers } = unwrap(layer)
  for (const issue of wrappers) issues.add(issue.severity, () => issue)
  addProblems(layer, issues, ({ code }) => code === 'bom')
  const isDrifted = issues.countOf('warning') > 0
  const isOne = candidates.length === 1
  const events: EventSummary[] = []
  const verdicts = candidates.map((candidate) => {
    const { layer, identity } = candidate
    const event = isOne || !identity ? undefined : events.length
    if (identity) events.push(summarize(layer, identity))
    return judgeEvent(candidate, { body, issues, isDrifted, isOne, event })
  })
  return conclude(worstOf(verdicts), events, issues)
}

function addProblems(
  layer: Layer,
  issues: Issues,
  concerns: (problem: JsonProblem) => boolean,
): void {
  const scope = new Scope(layer)
  for (const problem of layer.doc.problems) {
    if (concerns(problem)) issues.add(problem.severity, () => scope.issueOfProblem(problem))
  }
}

function conclude(verdict: Verdict, events: EventSummary[], issues: Issues): DocumentJudgement {
  const [event = null] = events
  return { event, events, verdict, issues: issues.inOrder(), issueCount: issues.count }
}

const fromBestToWorst: readonly Verdict[] = [
  'valid',
  'drifted',
  'invalid',
  'undocumented',
  'ambiguous',
  'unrecognized',
]

export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return fromBestToWorst.findLast((verdict) => verdicts.includes(verdict)) ?? 'unrecognized'
}
