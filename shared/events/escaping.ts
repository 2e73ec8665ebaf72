import { minify, phpForm } from '../json/compact.ts'
import { at, escapedFlag, isKind, Kind, stringAt } from '../json/document.ts'
import { parseJson } from '../json/parse.ts'
import { catalogue } from './catalogue.ts'
import type { Finding } from './finding.ts'
import type { Layer } from './layer.ts'

const maxFindings = 100

const escapeSequence = /\\u[\da-f]{4}/i

/**
 * Texts that still contain `\u00e9` and the like after decoding, so that they were escaped twice.
 * The help article prints one of its own samples so: there it is the documented text, and said as
 * an info.
 * @param body the whole text of the request
 */
export function doubleEscaped({ doc, node }: Layer, body: string): Finding[] {
  const text = doc.text
  if (!text.includes('\\\\u')) return []
  const severity = isPrinted(body) ? 'info' : 'warning'
  const findings: Finding[] = []
  for (let i = node; i < at(doc.nexts, node) && findings.length < maxFindings; i++) {
    if (!isKind(doc, i, Kind.string) || !(at(doc.kinds, i) & escapedFlag)) continue
    const found = escapeSequence.exec(stringAt(doc, i))?.[0]
    if (found === undefined) continue
    const message = `The text contains ${found} as letters: it was escaped twice`
    findings.push({ severity, code: 'double-escaped', node: i, message })
  }
  return findings
}

let printed: readonly string[] | undefined

/** Whether a body is a documented sample as printed, or on one line as it would be sent. */
function isPrinted(body: string): boolean {
  printed ??= catalogue.flatMap(({ sample }) => formsOf(sample))
  const text = body.endsWith('\n') ? body.replace(/\r?\n$/, '') : body
  // Lengths differ, so that one comparison is made: a set would hash the whole text.
  return printed.includes(text)
}

function formsOf(sample: string): string[] {
  const doc = parseJson(sample)
  return [sample, minify(doc), phpForm(doc), JSON.stringify(JSON.parse(sample))]
}
