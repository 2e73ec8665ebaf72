import { Issues } from '../events/issues.ts'
import { worstOf } from '../events/judge-document.ts'
import { judgeEvent } from '../events/judge-event.ts'
import { summarize } from '../events/summary.ts'
import type { Candidate } from '../events/unwrap.ts'
import type { EventSummary, Issue, Judgement } from '../events/verdict.ts'
import { at, isKind, Kind } from '../json/document.ts'
import { fullSteps } from './check.ts'
import { type Described, judgeBy, ownEvent, replaced } from './judge-own.ts'

/** One of several values of a body that no document describes, as it is judged by itself. */
export type Undescribed = Pick<Judgement, 'events' | 'verdict' | 'issues'>

/** One of several values of a body; `own` where a shape describes it. */
export type Part = { candidate: Candidate; own: (Described & { found: Undescribed }) | null }

/** Whether one of several values is for own shapes to describe. */
export function isUndescribed({ layer: { doc, node }, identity }: Candidate): boolean {
  return identity ? identity.standing === 'undocumented' : isKind(doc, node, Kind.object)
}

/** Judges a value by itself. */
export function judgeUndescribed(candidate: Candidate, body: string): Undescribed {
  const { layer, identity } = candidate
  const issues = new Issues()
  const context = { body, issues, isDrifted: false, isOne: true, event: undefined }
  const verdict = judgeEvent(candidate, context)
  const events = identity ? [summarize(layer, identity)] : []
  return { events, verdict, issues: issues.inOrder() }
}

/** A judgement of the values of a body one by one: by their shapes, the others by the documents. */
export function judgeParts(judgement: Judgement, parts: readonly Part[]): Judgement {
  const issues = new Issues()
  for (const issue of ofTheWhole(judgement, parts)) issues.add(issue.severity, () => issue)
  const isDrifted = issues.countOf('warning') > 0
  const steps = fullSteps()
  const body = judgement.text ?? ''
  const events: EventSummary[] = []
  const places: number[] = []
  const verdicts = parts.map((part, place) => {
    const { candidate, own } = part
    const event = eventOf(part)
    const context = { issues, isDrifted, event: event ? events.length : undefined }
    if (event) {
      events.push(event)
      places.push(place)
    }
    return own
      ? judgeBy(own.schema, candidate.layer, own.found.issues, { ...context, steps })
      : judgeEvent(candidate, { ...context, body, isOne: false })
  })
  const [event = null] = events
  return {
    ...judgement,
    event,
    events,
    places,
    verdict: worstOf(verdicts),
    issues: issues.inOrder(),
    issueCount: issues.count,
  }
}

function eventOf({ candidate: { layer, identity }, own }: Part): EventSummary | null {
  if (own) return ownEvent(own.found.events[0] ?? null, own.shape)
  return identity && summarize(layer, identity)
}

/** What was found in a body beside its parts: wrappers, how its text is encoded. */
function ofTheWhole({ issues }: Judgement, parts: readonly Part[]): Issue[] {
  const isDocumented = parts.some(({ candidate }) => candidate.identity !== null)
  const extents = parts.map(({ candidate: { layer } }) => {
    const { doc, node, place } = layer
    return { start: place(at(doc.starts, node)), end: place(at(doc.ends, node)) }
  })
  return issues.filter(({ code, range, event }) => {
    if (event !== undefined || (!isDocumented && replaced.has(code))) return false
    return !range || !extents.some(({ start, end }) => range.start >= start && range.end <= end)
  })
}
