import { describe, expect, it } from 'vitest'
import { at, isKind, Kind } from '../json/document.ts'
import { parseJson } from '../json/parse.ts'
import { catalogue } from './catalogue.ts'
import { form, json, judge } from './testing.ts'

/** Every other scalar of each sample as another type, so that there are findings everywhere. */
const broken = catalogue.map(({ trigger, family, type, sample }) => {
  const doc = parseJson(sample)
  let text = ''
  let end = 0
  for (let node = 1; node < doc.count; node++) {
    const isText = isKind(doc, node, Kind.string) && node % 2 === 0
    if (!isText || doc.text.slice(at(doc.starts, node)).startsWith(`"${type}"`)) continue
    text += `${doc.text.slice(end, at(doc.starts, node))}[7, "é\\u00e9 \\"x\\""]`
    end = at(doc.ends, node)
  }
  const headers = family === 'account' ? { 'x-webhook-event': type } : undefined
  return { trigger, headers, text: text + doc.text.slice(end) }
})

/** A text in a wrapper, and how a part of the body reads when the wrapper is taken off. */
type Wrapper = {
  name: string
  code: string
  contentType?: string
  wrap: (text: string) => string | Uint8Array
  read: (part: string) => string
}

const asIs = (part: string) => part
const unquoted = (part: string): string => JSON.parse(`"${part}"`)
const wrappers: Wrapper[] = [
  { name: 'an array', code: 'wrapped-array', wrap: (text) => ` [ ${text}\n]`, read: asIs },
  { name: 'a byte order mark', code: 'bom', wrap: (text) => `\uFEFF${text}`, read: asIs },
  {
    name: 'an n8n item',
    code: 'wrapped-n8n',
    wrap: (text) => `[{"headers":{"host":"x"},"params":{},"body":${text}}]`,
    read: asIs,
  },
  {
    name: 'a string',
    code: 'double-encoded',
    wrap: (text) => JSON.stringify(text),
    read: unquoted,
  },
  {
    name: 'two strings in a marked array',
    code: 'double-encoded',
    wrap: (text) => `\uFEFF[${JSON.stringify(JSON.stringify(text))}]`,
    read: (part) => unquoted(unquoted(part)),
  },
  {
    name: 'a form',
    code: 'form-encoded',
    contentType: form,
    wrap: (text) => `a=1&payload=${encodeURIComponent(text).replaceAll('%20', '+')}&b=2`,
    read: (part) => decodeURIComponent(part.replaceAll('+', ' ')),
  },
  {
    name: 'a string in a form',
    code: 'double-encoded',
    contentType: form,
    wrap: (text) => `payload=${encodeURIComponent(JSON.stringify(text))}`,
    read: (part) => unquoted(decodeURIComponent(part)),
  },
  {
    name: 'UTF-16',
    code: 'wrong-encoding',
    wrap: (text) => Buffer.from(`\uFEFF[${text}]`, 'utf16le').swap16(),
    read: asIs,
  },
]

describe.each(wrappers)('a broken sample in $name', ({ code, contentType = json, wrap, read }) => {
  it.each(broken)('has its own findings, at their places: $trigger', ({ text, headers }) => {
    const plain = judge(text, { headers })
    const wrapped = judge(wrap(text), { contentType, headers })
    const own = wrapped.issues.filter((issue) => plain.issues.some((each) => isSame(each, issue)))
    expect(plain.issues.length).toBeGreaterThan(2)
    expect(wrapped.verdict).toBe(plain.verdict)
    expect(wrapped.event).toEqual(plain.event)
    expect(own).toHaveLength(plain.issues.length)
    expect(wrapped.issues.map((issue) => issue.code)).toContain(code)
    for (const issue of own) {
      const alone = plain.issues.find((each) => isSame(each, issue))
      expect(read(sliceOf(wrapped.text, issue))).toBe(sliceOf(plain.text, alone))
    }
  })
})

type Placed = { code: string; path: string; range?: { start: number; end: number } }

function isSame(a: Placed, b: Placed): boolean {
  return a.code === b.code && a.path === b.path
}

function sliceOf(text: string | null, issue: Placed | undefined): string {
  return text?.slice(issue?.range?.start, issue?.range?.end) ?? ''
}
