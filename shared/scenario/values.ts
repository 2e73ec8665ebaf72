import { kindOf, rawAt, stringAt } from '../json/document.ts'
import { nodesAtPath } from '../search/path.ts'
import type { JsonRoot } from '../search/subject.ts'
import { scenarioLimits, type Value, type ValueType } from './scenario.ts'

/** Values at one path that are looked at: `*` may find thousands. */
const mostValues = 100

/** The values at a path of a request; a long one is cut, and then equals nothing that is written. */
export function valuesAt(roots: readonly JsonRoot[], path: string): Value[] {
  return nodesAtPath(roots, path)
    .slice(0, mostValues)
    .flatMap(({ doc, node }): Value[] => {
      const kind = kindOf(doc, node)
      if (kind === 'key') return []
      const text = kind === 'string' ? stringAt(doc, node) : rawAt(doc, node)
      return [{ kind, text: detached(text.slice(0, scenarioLimits.value + 1)) }]
    })
}

/** A copy: a text that was cut out of a body keeps the whole body in memory. */
function detached(text: string): string {
  return text.length < 13 ? text : JSON.parse(JSON.stringify(text))
}

/** Whether two values are the same: of one type, numbers by their value. */
export function isSameValue(a: Value, b: Value): boolean {
  if (a.kind !== b.kind) return false
  if (a.text === b.text) return true
  return a.kind === 'number' && Number(a.text) === Number(b.text)
}

export function typeOf({ kind }: Value): ValueType {
  return kind === 'true' || kind === 'false' ? 'boolean' : kind
}

const longest = 200

/** A value as JSON, cut to what can be shown. */
export function printValue({ kind, text }: Value): string {
  const whole = kind === 'string' ? JSON.stringify(text) : text
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole
}

export function printValues(values: readonly Value[]): string {
  if (values.length === 0) return 'nothing'
  const texts = values.slice(0, 5).map(printValue)
  return values.length > 5 ? `${texts.join(', ')}, …` : texts.join(', ')
}
