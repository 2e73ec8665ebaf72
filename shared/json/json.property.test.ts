import {
  array,
  assert,
  constantFrom,
  jsonValue,
  oneof,
  pre,
  property,
  string,
  tuple,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minify, phpForm } from './compact.ts'
import { type JsonDocument, kindOf, rawAt } from './document.ts'
import { prettyText } from './line.ts'
import { parseJson } from './parse.ts'
import { nodeAt, pointerOf } from './pointer.ts'
import { toValue } from './value.ts'

const text = tuple(jsonValue({ stringUnit: 'binary', maxDepth: 5 }), constantFrom(0, 2, '\t')).map(
  ([value, indent]) => JSON.stringify(value, null, indent),
)

/** Kind and source text of every node. */
function tokens(doc: JsonDocument): string[] {
  return Array.from({ length: doc.count }, (_, node) => {
    const kind = kindOf(doc, node)
    return kind === 'object' || kind === 'array' ? kind : rawAt(doc, node)
  })
}

describe('any JSON text', () => {
  it('has the value that JSON.parse gives', () => {
    assert(
      property(text, (text) => {
        const doc = parseJson(text)
        expect(doc.error).toBeNull()
        expect(JSON.stringify(toValue(doc, 0))).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('keeps its tokens when indented and when made compact', () => {
    assert(
      property(text, (text) => {
        const doc = parseJson(text)
        const expected = tokens(doc)
        expect(tokens(parseJson(prettyText(doc)))).toEqual(expected)
        expect(tokens(parseJson(minify(doc)))).toEqual(expected)
        expect(minify(doc)).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('keeps its value in the form of PHP, in ASCII', () => {
    assert(
      property(text, (text) => {
        const form = phpForm(parseJson(text))
        expect(form).toMatch(/^[\0-\x7f]*$/)
        expect(JSON.parse(form)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('finds every value again by its pointer', () => {
    assert(
      property(text, (text) => {
        const doc = parseJson(text)
        for (let node = 0; node < doc.count; node++) {
          const value = kindOf(doc, node) === 'key' ? node + 1 : node
          expect(nodeAt(doc, pointerOf(doc, node))).toBe(value)
        }
      }),
    )
  })

  it('is truncated, or whole, wherever it is cut', () => {
    assert(
      property(text, (text) => {
        for (let end = 0; end < text.length; end++) {
          const doc = parseJson(text.slice(0, end))
          expect(doc.error?.code ?? 'json-truncated').toBe('json-truncated')
          expect(prettyText(doc).replace(/\s/g, '')).toBe(text.slice(0, end).replace(/\s/g, ''))
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('any text at all', () => {
  const pieces = '{}[]":,\\u0eE+-. \n\t1truefalsnü\ud83d\u202e\ufeff/\''
  const broken = array(constantFrom(...pieces.split(''))).map((all) => all.join(''))
  const rubbish = oneof(string({ unit: 'binary' }), broken)

  it('is an error exactly where JSON.parse throws', () => {
    assert(
      property(rubbish, (text) => {
        pre(!text.startsWith('\ufeff'))
        expect(parseJson(text).error === null).toBe(parses(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps every character in the indented and the compact form', () => {
    const dense = (text: string) => text.replace(/^\ufeff/, '').replace(/\s/g, '')
    assert(
      property(rubbish, (text) => {
        const doc = parseJson(text)
        expect(dense(prettyText(doc))).toBe(dense(text))
        expect(dense(minify(doc))).toBe(dense(text))
      }),
      { numRuns: 1000 },
    )
  })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
