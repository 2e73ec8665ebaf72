import type { JsonTape } from '../json/document.ts'
import { describeShape, describeValue } from './describe.ts'
import type { Shape } from './shape.ts'
import type { Issue } from './verdict.ts'

/** A finding at a node of a document, before it is given a path and a range. */
export type Finding = Omit<Issue, 'path' | 'range' | 'event'> & {
  /** The value or key concerned; of something missing, the object it is missing from. */
  node: number
  /** Name of the key that is missing. */
  missing?: string
}

export type Report = (finding: Finding) => void

/** What a check needs to know beside the shape. */
export type CheckContext = {
  doc: JsonTape
  report: Report
  /** Object whose keys tell events apart: those of other events are unexpected there. */
  home: number
  /** Keys that only other events have at home. */
  foreign: ReadonlySet<string>
}

/**
 * Reports a value of a type that a shape does not allow.
 * @param hint where it comes from, most likely
 */
export function refuse(
  { doc, report }: CheckContext,
  node: number,
  shape: Shape,
  hint?: string,
): void {
  const expected = describeShape(shape)
  const actual = describeValue(doc, node)
  const message = `Expected ${expected}, found ${actual}${hint === undefined ? '' : `: ${hint}`}`
  report({ severity: 'error', code: 'wrong-type', node, message, expected, actual })
}

/** Reports a null where none is documented. */
export function refuseNull({ report }: CheckContext, node: number, shape: Shape): void {
  const expected = describeShape(shape)
  const message = `Expected ${expected}: null is not documented here`
  const actual = 'null'
  report({ severity: 'error', code: 'null-not-allowed', node, message, expected, actual })
}
