import {
  at,
  isKind,
  Kind,
  memberValue,
  rawAt,
  stringAt,
  type JsonDocument,
} from '../json/document.ts'
import { parseJson } from '../json/parse.ts'
import { learn, type Literals } from './literals.ts'
import { maskedSecret, numberFor, type Pseudonyms } from './pseudonyms.ts'
import { isPerson, kindOfField, kindOfKey, kindOfLabel, type MaskKind } from './rules.ts'
import { maskText } from './text.ts'

const deepest = 3
/** Members that say what the value beside them is. */
const labels = ['slug', 'key', 'name', 'field', 'fieldName', 'label', 'question', 'title', 'id']
const labelled = new Set(['value', 'values', 'answer', 'text', 'content'])

/**
 * Masks a JSON text by its keys and by its values; everything between the values stays as it is.
 * What is found by a key is added to `literals`, so that it is hidden wherever else it stands.
 * @returns `null` where the text is not JSON: then nobody knows where its values are.
 */
export function maskJson(
  text: string,
  pseudonym: Pseudonyms,
  literals: Literals,
  depth = 0,
): string | null {
  const doc = parseJson(text)
  if (doc.error || depth > deepest) return null
  const kinds = kindsOf(doc)
  learnFrom(doc, kinds, pseudonym, literals)
  let masked = ''
  let from = 0
  for (let node = 0; node < doc.count; node++) {
    const raw = rawOf(doc, node)
    const stand = raw === null ? null : standIn(doc, node, kinds[node] ?? null)
    if (stand === null) continue
    masked += text.slice(from, at(doc.starts, node)) + stand
    from = at(doc.ends, node)
  }
  return masked + text.slice(from)

  /** The text of a node instead of its own; `null`: it may stay. */
  function standIn(doc: JsonDocument, node: number, kind: MaskKind | null): string | null {
    if (isKind(doc, node, Kind.number)) {
      const raw = rawAt(doc, node)
      return kind === null || kind === 'secret' ? kind && '0' : numberFor(pseudonym, raw)
    }
    const value = stringAt(doc, node)
    const isKey = isKind(doc, node, Kind.key)
    const stand = kind && !isKey ? pseudonym(kind, value) : inner(value)
    return stand === value ? null : JSON.stringify(stand)
  }

  /** A text may itself be a JSON text. */
  function inner(value: string): string {
    if (/^\s*[[{"]/.test(value)) {
      const json = maskJson(value, pseudonym, literals, depth + 1)
      if (json !== null) return json
      // Meant to be JSON, but broken, or deeper than is looked: nobody knows where its values are.
      if (/^\s*(?:\{|\[\s*["[{]|"[\s\S]*\\)/.test(value)) return maskedSecret
    }
    return maskText(value, pseudonym, literals)
  }
}

function rawOf(doc: JsonDocument, node: number): string | null {
  const hasText = [Kind.string, Kind.key, Kind.number].some((kind) => isKind(doc, node, kind))
  return hasText ? rawAt(doc, node) : null
}

/** What each node is, by the keys above it. */
function kindsOf(doc: JsonDocument): (MaskKind | null)[] {
  const kinds: (MaskKind | null)[] = []
  /** Of each container: the key under which it stands. */
  const names: (string | null)[] = []
  for (let node = 0; node < doc.count; node++) {
    // The root has none.
    const parent = doc.parents[node] ?? -1
    const above = parent < 0 ? null : (kinds[parent] ?? null)
    const name = parent < 0 ? null : (names[parent] ?? null)
    const isKey = isKind(doc, node, Kind.key)
    names.push(isKey ? stringAt(doc, node) : name)
    kinds.push(isKey ? (above ?? kindOfMember(doc, node, name)) : above)
  }
  return kinds
}

function kindOfMember(doc: JsonDocument, key: number, inside: string | null): MaskKind | null {
  const name = stringAt(doc, key)
  const object = doc.parents[key] ?? -1
  if (inside !== 'fields') return kindOfKey(name, inside) ?? kindBeside(doc, key, name)
  const slug = memberValue(doc, object, 'slug')
  if (slug < 0) return kindOfField(name)
  // A list of {fieldName, slug, value}: what is personal is the value.
  if (name !== 'value') return null
  return isKind(doc, slug, Kind.string) ? kindOfField(stringAt(doc, slug)) : 'text'
}

/** Of `{"label": "First name", "value": "Ann"}`, and of `"customer": "Ann"`. */
function kindBeside(doc: JsonDocument, key: number, name: string): MaskKind | null {
  const value = key + 1
  if (isPerson(name) && isKind(doc, value, Kind.string)) {
    return stringAt(doc, value).includes('@') ? null : 'name'
  }
  if (!labelled.has(name)) return null
  const object = doc.parents[key] ?? -1
  for (const label of labels) {
    const said = memberValue(doc, object, label)
    if (said < 0 || !isKind(doc, said, Kind.string)) continue
    const kind = kindOfLabel(stringAt(doc, said))
    if (kind) return kind
  }
  return null
}

function learnFrom(
  doc: JsonDocument,
  kinds: readonly (MaskKind | null)[],
  pseudonym: Pseudonyms,
  literals: Literals,
): void {
  for (let node = 0; node < doc.count; node++) {
    const kind = kinds[node]
    if (!kind || isKind(doc, node, Kind.key)) continue
    if (isKind(doc, node, Kind.string)) learn(literals, kind, stringAt(doc, node), pseudonym)
    else if (kind === 'phone' && isKind(doc, node, Kind.number)) {
      learn(literals, kind, rawAt(doc, node), pseudonym)
    }
  }
}
