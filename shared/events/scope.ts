import { at, isKind, type JsonProblem, Kind, members } from '../json/document.ts'
import { joinPointer, pointerOf } from '../json/pointer.ts'
import type { Finding } from './finding.ts'
import type { Layer } from './layer.ts'
import type { Issue } from './verdict.ts'

/** Gives what was found in one event its path into the event and its range in the body's text. */
export class Scope {
  private readonly layer: Layer
  private readonly prefix: number
  private readonly event: number | undefined

  /** @param event place of the event among several */
  constructor(layer: Layer, event?: number) {
    this.layer = layer
    this.prefix = pointerOf(layer.doc, layer.node).length
    this.event = event
  }

  issueOf(finding: Finding): Issue {
    const { severity, code, node, missing, message, expected, actual, suggestion } = finding
    const place = node < 0 ? '' : this.pathOf(node)
    const path = missing === undefined ? place : place + joinPointer([missing])
    // Key by key, since this runs for each finding of each request: a spread takes far longer.
    const issue: Issue = { severity, code, path, message }
    if (expected !== undefined) issue.expected = expected
    if (actual !== undefined) issue.actual = actual
    if (suggestion !== undefined) issue.suggestion = suggestion
    if (node >= 0) issue.range = this.rangeOf(node, missing !== undefined)
    return this.marked(issue)
  }

  issueOfProblem(problem: JsonProblem): Issue {
    const { code, severity, message, start, end } = problem
    const path = code === 'too-deep' ? this.branchOf(start) : problem.pointer.slice(this.prefix)
    const range = { start: this.layer.place(start), end: this.layer.place(end) }
    return this.marked({ severity, code, path, message, range })
  }

  /** Whether a problem of the text lies in this event. */
  holds({ start }: JsonProblem): boolean {
    const { doc, node } = this.layer
    return start >= at(doc.starts, node) && start < at(doc.ends, node)
  }

  private marked(issue: Issue): Issue {
    return this.event === undefined ? issue : { ...issue, event: this.event }
  }

  private pathOf(node: number): string {
    return pointerOf(this.layer.doc, node).slice(this.prefix)
  }

  /** Something missing is shown at the bracket that opens the object it is missing from. */
  private rangeOf(node: number, isOpening: boolean): { start: number; end: number } {
    const { doc, place } = this.layer
    const start = at(doc.starts, node)
    return { start: place(start), end: place(isOpening ? start + 1 : at(doc.ends, node)) }
  }

  /** The member of the event that an offset lies in. */
  private branchOf(offset: number): string {
    const { doc, node } = this.layer
    if (!isKind(doc, node, Kind.object)) return ''
    for (const [key, value] of members(doc, node)) {
      if (offset < at(doc.ends, value)) return this.pathOf(key)
    }
    return ''
  }
}
