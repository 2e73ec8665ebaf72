import { at, isKind, type JsonDocument, Kind, rawAt, stringAt } from './document.ts'

/** The text without white space between its tokens; every token and all that is broken stays as sent. */
export function minify(doc: JsonDocument): string {
  return compact(doc, rawAt)
}

/**
 * The text as PHP's `json_encode` writes it by default: compact, `/` as `\/`, what is not ASCII as
 * `\uXXXX` in lower case. Number text, order and duplicates stay. systeme.io signs this form.
 */
export function phpForm(doc: JsonDocument): string {
  return compact(doc, phpToken)
}

function compact(doc: JsonDocument, token: (doc: JsonDocument, node: number) => string): string {
  let out = ''
  let end = doc.text.startsWith('\ufeff') ? 1 : 0
  for (let node = 0; node < doc.count; node++) {
    if (isKind(doc, node, Kind.object) || isKind(doc, node, Kind.array)) continue
    // Brackets, colons and commas stand in the gaps between the tokens of the tape.
    out += withoutSpace(doc.text.slice(end, at(doc.starts, node))) + token(doc, node)
    end = at(doc.ends, node)
  }
  out += withoutSpace(doc.text.slice(end, Math.max(end, doc.readTo)))
  return doc.error ? out + doc.text.slice(Math.max(end, doc.readTo)) : out
}

function withoutSpace(gap: string): string {
  return gap.length === 1 ? gap.trim() : gap.replace(/[ \t\n\r]+/g, '')
}

function phpToken(doc: JsonDocument, node: number): string {
  const raw = rawAt(doc, node)
  if (!raw.startsWith('"') || /^[ -.0-[\]-~]*$/.test(raw)) return raw
  return JSON.stringify(stringAt(doc, node))
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
