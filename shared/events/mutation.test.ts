import formats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { at, isKind, Kind } from '../json/document.ts'
import { parseJson } from '../json/parse.ts'
import { pointerOf } from '../json/pointer.ts'
import { catalogue, type EventEntry } from './catalogue.ts'
import { judgeText } from './judge.ts'
import { jsonSchemaOf } from './schema.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
const validators = new Map(
  catalogue.map(({ trigger }) => [trigger, ajv.compile(jsonSchemaOf(trigger))]),
)

/** A copy of a sample in which one place was changed. */
type Mutation = { entry: EventEntry; pointer: string; text: string }

/** Without the escapes that the document prints twice, so that nothing is said of any sample. */
const documents = catalogue.map((entry) => ({
  entry,
  doc: parseJson(entry.sample.replaceAll('\\\\u00e9', 'e')),
}))

type Place = (typeof documents)[number] & { node: number; pointer: string }

const places: Place[] = documents.flatMap(({ entry, doc }) =>
  Array.from({ length: doc.count }, (_, node) => node)
    .filter((node) => !isKind(doc, node, Kind.key))
    .map((node) => ({ entry, doc, node, pointer: pointerOf(doc, node) })),
)
const membersOnly = places.filter(({ pointer }) => !/(?:^|\/\d+)$/.test(pointer))

function spliced({ entry, doc, pointer }: Place, start: number, end: number, insert: string) {
  return { entry, pointer, text: doc.text.slice(0, start) + insert + doc.text.slice(end) }
}

function without(place: Place): Mutation {
  const { doc, node } = place
  const cut = spliced(place, at(doc.starts, node - 1), at(doc.ends, node), '')
  const text = cut.text.replace(/([{,])\s*,/, '$1').replace(/,\s*\}/, '}')
  return { ...cut, text }
}

function replaced(place: Place, value: string): Mutation {
  return spliced(place, at(place.doc.starts, place.node), at(place.doc.ends, place.node), value)
}

function withExtra(place: Place): Mutation {
  const start = at(place.doc.starts, place.node) + 1
  const isEmpty = at(place.doc.nexts, place.node) === place.node + 1
  const mutation = spliced(place, start, start, `"no~such/key":"x"${isEmpty ? '' : ','}`)
  return { ...mutation, pointer: `${place.pointer}/no~0such~1key` }
}

function judge({ entry: { type, family, schemaVersion }, text }: Mutation) {
  const headers = new Map([
    ['x-webhook-event', type],
    ['x-webhook-schema-version', schemaVersion ?? ''],
  ])
  const header = (name: string) => (family === 'account' ? headers.get(name) : undefined)
  return judgeText(text, 'application/json', header)
}

function findings(mutation: Mutation): string[] {
  return judge(mutation).issues.map(({ code, path, severity }) => `${severity} ${code} ${path}`)
}

/**
 * Keys that tell what an object is: with another value (or none) other rules hold, so that more than
 * the place itself is reported.
 */
function tellsWhatItIs({ entry: { trigger }, pointer }: Pick<Place, 'entry' | 'pointer'>): boolean {
  const isVariant =
    (trigger === 'funnel-step-form-subscribed' && pointer === '/data/funnel_step') ||
    (trigger === 'blog-page-form-subscribed' && pointer === '/data/page_model')
  return isVariant || pointer === '/type' || /\/resources\/\d+\/type$/.test(pointer)
}

const isSlug = ({ pointer }: Place) => /\/fields\/[a-z_]+$/.test(pointer)
const replacements = ['null', 'true', '7', '1.5', '"x"', '[]', '{}', '[{}]', '{"x":1}']

describe('a sample with nothing changed', () => {
  it.each(documents)('has nothing to be said: $entry.trigger', ({ entry, doc }) => {
    expect(findings({ entry, pointer: '', text: doc.text })).toEqual([])
    expect(validators.get(entry.trigger)?.(JSON.parse(doc.text))).toBe(true)
  })
})

describe('a sample without one of its keys', () => {
  it('misses exactly that key', () => {
    const plain = membersOnly.filter((place) => !tellsWhatItIs(place) && !isSlug(place))
    for (const place of plain) {
      const found = findings(without(place)).map((line) => line.replace(/^\w+ /, ''))
      expect(found).toEqual([`missing ${place.pointer}`])
    }
    expect(plain.length).toBeGreaterThan(200)
  })

  it('loses a slug of the contact without a word', () => {
    for (const place of membersOnly.filter(isSlug)) {
      const found = findings(without(place)).filter((line) => !line.includes('unusual-empty'))
      expect(found).toEqual([])
    }
  })

  it('is refused by its JSON Schema exactly where that is an error', () => {
    // The schema holds for version 1, too, which has no checkout page.
    const inEveryVersion = membersOnly.filter(({ pointer }) => pointer !== '/checkoutPage')
    for (const mutation of inEveryVersion.filter((place) => !tellsWhatItIs(place)).map(without)) {
      const isRefused = judge(mutation).verdict === 'invalid'
      const isValid = validators.get(mutation.entry.trigger)?.(JSON.parse(mutation.text))
      expect([mutation.pointer, isRefused]).toEqual([mutation.pointer, !isValid])
    }
  })

  it('cannot be told without its type, its variant or the type of a resource', () => {
    const telling = membersOnly.filter(tellsWhatItIs).map((place) => without(place))
    const found = telling.map((mutation) => `${findings(mutation)[0]}: ${judge(mutation).verdict}`)
    expect([...new Set(found)]).toEqual([
      'error missing /type: unrecognized',
      'error no-variant /data: invalid',
      'error missing /data/order_item/resources/0/type: invalid',
      'error missing /data/order_item/resources/1/type: invalid',
    ])
  })
})

describe('a sample with another value at one of its places', () => {
  const changes = places
    .filter((place) => place.node > 0 && !tellsWhatItIs(place))
    .flatMap((place) => replacements.map((value) => replaced(place, value)))

  it('is reported at that place or inside it, and nowhere else', () => {
    for (const { pointer, ...change } of changes) {
      const outside = judge({ pointer, ...change }).issues.filter(
        ({ path }) => path !== pointer && !path.startsWith(`${pointer}/`),
      )
      expect(outside).toEqual([])
    }
    expect(changes.length).toBeGreaterThan(2000)
  })

  it('has an error exactly where its JSON Schema refuses it', () => {
    for (const change of changes) {
      const { issues } = judge(change)
      const isRefused = issues.some(({ severity }) => severity === 'error')
      const isValid = validators.get(change.entry.trigger)?.(JSON.parse(change.text))
      expect({ ...change, isRefused }).toEqual({ ...change, isRefused: !isValid })
    }
  })
})

describe('a sample with a key that no document names', () => {
  it('stays valid, with an info at that key; slugs of a contact are open', () => {
    const objects = places.filter(({ doc, node }) => isKind(doc, node, Kind.object))
    for (const place of objects) {
      const mutation = withExtra(place)
      const isOpen = place.pointer.endsWith('/fields')
      expect(findings(mutation)).toEqual(isOpen ? [] : [`info extra ${mutation.pointer}`])
      expect(judge(mutation).verdict).toBe('valid')
    }
    expect(objects.length).toBeGreaterThan(90)
  })
})
