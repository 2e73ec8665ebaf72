import { Issues } from '../events/issues.ts'
import type { Layer } from '../events/layer.ts'
import { Scope } from '../events/scope.ts'
import type { EventSummary, IssueCode, Judgement, Verdict } from '../events/verdict.ts'
import { checkSchema } from './check.ts'
import type { OwnShape } from './own-shape.ts'
import type { ReadSchema } from './read-schema.ts'

/** What a judgement says of the structure, which the own shape says better, or of other senders' ways. */
const replaced: ReadonlySet<IssueCode> = new Set([
  'missing',
  'wrong-type',
  'null-not-allowed',
  'extra',
  'bad-format',
  'unknown-type',
  'form-encoded',
])

/**
 * A judgement by an own shape, in place of the one that no document could make.
 * @param layer where the event is
 */
export function judgeOwn(
  judgement: Judgement,
  layer: Layer,
  shape: OwnShape,
  schema: ReadSchema,
): Judgement {
  const issues = new Issues()
  const scope = new Scope(layer)
  for (const issue of judgement.issues) {
    if (!replaced.has(issue.code)) issues.add(issue.severity, () => issue)
  }
  for (const finding of checkSchema(layer.doc, layer.node, schema)) {
    issues.add(finding.severity, () => scope.issueOf(finding))
  }
  const event = eventOf(judgement.event, shape)
  return {
    ...judgement,
    event,
    events: [event],
    verdict: verdictOf(issues),
    issues: issues.inOrder(),
    issueCount: issues.count,
  }
}

function eventOf(known: EventSummary | null, { id, name }: OwnShape): EventSummary {
  const label = { en: name, id: name, fr: name }
  if (known) return { ...known, label }
  return { family: 'own', type: id, trigger: null, label, occurredAt: null, contact: {} }
}

function verdictOf(issues: Issues): Verdict {
  if (issues.countOf('error') > 0) return 'invalid'
  return issues.countOf('warning') > 0 ? 'drifted' : 'valid'
}
