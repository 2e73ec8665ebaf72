import { Issues } from '../events/issues.ts'
import type { Layer } from '../events/layer.ts'
import { Scope } from '../events/scope.ts'
import type { EventSummary, Issue, IssueCode, Judgement, Verdict } from '../events/verdict.ts'
import type { Steps } from '../pattern/run.ts'
import { checkSchema, fullSteps } from './check.ts'
import type { OwnShape } from './own-shape.ts'
import type { ReadSchema } from './read-schema.ts'

/** What a judgement says of the structure, which the own shape says better, or of other senders' ways. */
export const replaced: ReadonlySet<IssueCode> = new Set([
  'missing',
  'wrong-type',
  'null-not-allowed',
  'extra',
  'bad-format',
  'unknown-type',
  'form-encoded',
])

/** An own shape that describes a value, ready for use. */
export type Described = { shape: OwnShape; schema: ReadSchema }

/**
 * A judgement by an own shape, in place of the one that no document could make.
 * @param layer where the event is
 */
export function judgeOwn(
  judgement: Judgement,
  layer: Layer,
  { shape, schema }: Described,
): Judgement {
  const issues = new Issues()
  const context = { issues, steps: fullSteps(), isDrifted: false }
  const verdict = judgeBy(schema, layer, judgement.issues, context)
  const event = ownEvent(judgement.event, shape)
  return {
    ...judgement,
    event,
    events: [event],
    verdict,
    issues: issues.inOrder(),
    issueCount: issues.count,
  }
}

export type OwnContext = {
  issues: Issues
  steps: Steps
  /** Whether the body as a whole has a warning. */
  isDrifted: boolean
  /** Place of the event among several. */
  event?: number | undefined
}

/**
 * Holds one event against the schema of an own shape.
 * @param found what was found in it without own shapes
 */
export function judgeBy(
  schema: ReadSchema,
  layer: Layer,
  found: readonly Issue[],
  { issues, steps, isDrifted, event }: OwnContext,
): Verdict {
  const errors = issues.countOf('error')
  const warnings = issues.countOf('warning')
  const scope = new Scope(layer, event)
  for (const issue of found) {
    if (replaced.has(issue.code)) continue
    issues.add(issue.severity, () => (event === undefined ? issue : { ...issue, event }))
  }
  for (const finding of checkSchema({ ...layer, schema }, steps)) {
    issues.add(finding.severity, () => scope.issueOf(finding))
  }
  if (issues.countOf('error') > errors) return 'invalid'
  return isDrifted || issues.countOf('warning') > warnings ? 'drifted' : 'valid'
}

/** An event that an own shape describes: with its name, and all that was known of it. */
export function ownEvent(known: EventSummary | null, { id, name }: OwnShape): EventSummary {
  const label = { en: name, id: name, fr: name }
  if (known) return { ...known, label }
  return { family: 'own', type: id, trigger: null, label, occurredAt: null, contact: {} }
}
