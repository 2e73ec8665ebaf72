import { isKind, type JsonTape, Kind, kindOf, rawAt, stringAt } from '../json/document.ts'
import { describeShape, describeValue } from './describe.ts'
import { type CheckContext, refuse } from './finding.ts'
import type { Format } from './format.ts'
import type { MapShape, ScalarShape, UnseenShape } from './shape.ts'

/** Slugs are open and their values are people's input: what is wrong with one is only a warning. */
export function checkEntry(context: CheckContext, key: number, shape: MapShape): void {
  const { doc, report } = context
  const node = key + 1
  if (isKind(doc, node, Kind.string)) {
    const slug = stringAt(doc, key)
    const format = Object.hasOwn(shape.formats, slug) ? shape.formats[slug] : undefined
    if (format) checkFormat(context, node, format)
    return
  }
  const code = isKind(doc, node, Kind.null) ? 'null-not-allowed' : 'wrong-type'
  const actual = describeValue(doc, node)
  const message = `Expected a string, found ${actual}`
  report({ severity: 'warning', code, node, message, expected: 'a string', actual })
}

export function checkUnseen(context: CheckContext, node: number, shape: UnseenShape): void {
  const { doc, report } = context
  const kind = kindOf(doc, node)
  const isAccepted = kind === 'string' || kind === 'object' || isInteger(doc, node)
  if (!isAccepted) return refuse(context, node, shape)
  const actual = describeValue(doc, node)
  const message = `Only null was ever seen here; this is ${actual}`
  report({ severity: 'info', code: 'unusual-type', node, message, expected: 'null', actual })
}

export function checkScalar(context: CheckContext, node: number, shape: ScalarShape): void {
  const { doc } = context
  if (isOfType(doc, node, shape.kind)) {
    if (shape.kind === 'string') checkText(context, node, shape)
  } else if (shape.unusual && isOfType(doc, node, shape.unusual)) {
    reportUnusual(context, node, shape)
  } else {
    refuse(context, node, shape)
  }
}

function isOfType(doc: JsonTape, node: number, type: ScalarShape['kind']): boolean {
  const kind = kindOf(doc, node)
  if (type === 'integer') return isInteger(doc, node)
  return type === 'boolean' ? kind === 'true' || kind === 'false' : kind === type
}

/** By value, as JSON Schema has it: `1.0` is an integer. */
function isInteger(doc: JsonTape, node: number): boolean {
  if (!isKind(doc, node, Kind.number)) return false
  const literal = rawAt(doc, node)
  return /^-?\d+$/.test(literal) || Number.isInteger(Number(literal))
}

function reportUnusual({ doc, report }: CheckContext, node: number, shape: ScalarShape): void {
  const expected = describeShape(shape)
  const actual = describeValue(doc, node)
  const message = `Documented as ${expected}, found ${actual}`
  report({ severity: 'warning', code: 'unusual-type', node, message, expected, actual })
}

function checkText(context: CheckContext, node: number, { format, known }: ScalarShape): void {
  const { doc, report } = context
  if (format) checkFormat(context, node, format)
  if (!known || known.includes(stringAt(doc, node))) return
  const expected = known.join(', ')
  const actual = describeValue(doc, node)
  const message = `A value that no document names: ${actual}`
  report({ severity: 'info', code: 'unknown-value', node, message, expected, actual })
}

function checkFormat({ doc, report }: CheckContext, node: number, format: Format): void {
  if (format.fits(stringAt(doc, node))) return
  const { severity, words: expected } = format
  const actual = describeValue(doc, node)
  const message = `Expected ${expected}, found ${actual}`
  report({ severity, code: 'bad-format', node, message, expected, actual })
}
