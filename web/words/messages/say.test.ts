import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../shared/events/catalogue.ts'
import { judgeRequest } from '../../../shared/events/judge.ts'
import { checkSignature } from '../../../shared/events/signature.ts'
import { shapeTable } from '../../../shared/events/table.ts'
import { parseJson } from '../../../shared/json/parse.ts'
import { checkSchema } from '../../../shared/own-shape/check.ts'
import { readSchema } from '../../../shared/own-shape/read-schema.ts'
import { parseSearch } from '../../../shared/search/parse.ts'
import { say as inFrench } from './fr.ts'
import { say as inIndonesian } from './id.ts'

const json = 'application/json'

function messagesOf(body: string | Uint8Array, contentType = json, headers = {}): string[] {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const header = (name: string) => new Map<string, string>(Object.entries(headers)).get(name)
  return judgeRequest({ body: bytes, contentType, header }).issues.map(({ message }) => message)
}

/** Every scalar of every sample as something else. */
function mutated(): string[] {
  return catalogue.flatMap(({ sample, type, family }) => {
    const headers = family === 'account' ? { 'x-webhook-event': type } : {}
    return ['null', '7.5', '"x, found y or z"', '[]', '[{}]', '{"x":1}', 'true'].flatMap((value) =>
      [/: (?:\d+|null)/g, /: ?"[^"]*"(?=[,}])/g, /"(?:id|email|tag)":/g].flatMap((part) => {
        const to = part.source.endsWith(':') ? '"E_mail":' : `:${value}`
        return messagesOf(sample.replace(part, to), json, headers)
      }),
    )
  })
}

const fixtures = new URL('../../../shared/events/fixtures/', import.meta.url)

function fromFixtures(): string[] {
  const file = readFileSync(new URL('cases.json', fixtures), 'utf8')
  // The fixture is written by hand in this shape.
  const cases = JSON.parse(file) as { file: string; contentType: string; headers: object }[]
  return cases.flatMap(({ file, contentType, headers }) =>
    messagesOf(readFileSync(new URL(file, fixtures)), contentType, headers),
  )
}

const tag = catalogue.find(({ trigger }) => trigger === 'tag-added')?.sample ?? ''
const accountSale = catalogue.find(({ trigger }) => trigger === 'account-sale-new')?.sample ?? ''

/** One a line. */
const brokenTexts = String.raw`
{"a"
{"a":
[1,
[1
"a
-
1.
01
tru
nul
{"a":1 "b":2}
[1 2]
{a:1}
{'a':1}
[1,]
{"a":1,}
// x
[NaN]
[None]
[True]
[+1]
[.5]
["\u12"]
["\q"]
[1]{
{} x
[-Infinity]
[“a”]
<a>
{"a":1/*x*/}
{,}
[:]
}
]
plain
{"a"}`
  .trim()
  .split('\n')
  .concat(['["a\nb"]', '["\t"]', '["\\\u0001"]', '[\u0001]', '[`a`]'])

function ofOddities(): string[] {
  const named = (name: string, version = '1') => ({
    'x-webhook-event': name,
    'x-webhook-schema-version': version,
  })
  return [
    ...brokenTexts.flatMap((text) => messagesOf(text)),
    ...messagesOf(`[${tag}, 7, ${tag.replace('141002', '1e400')}]`),
    ...messagesOf(tag.replace('141002', '9007199254740993')),
    ...messagesOf(tag.replace('TagKerenSaya', '\\ud800 \\u202e')),
    ...messagesOf(tag.replace('contact.tag.added', 'SALE_CANCELLED')),
    ...messagesOf(tag.replace('"type"', '"event"')),
    ...messagesOf(JSON.stringify('{"a":1,}')),
    ...messagesOf('['.repeat(600) + ']'.repeat(600)),
    ...messagesOf(tag.replace('TagKerenSaya', 'é'), `${json}; charset=iso-8859-1`),
    ...messagesOf(`payload=${tag}`, 'application/x-www-form-urlencoded'),
    ...messagesOf(accountSale, json, named('SALE_CANCELLED')),
    ...messagesOf(accountSale, json, named('PING')),
    ...messagesOf(accountSale, json, named('SALE_NEW', '9')),
    ...messagesOf(accountSale, json, named('CONTACT_CREATED')),
    ...messagesOf(accountSale, json, { 'x-systeme-event': 'SALE_NEW' }),
    ...messagesOf('', json),
    ...messagesOf('a=1', json),
  ]
}

function ofOwnShapes(): string[] {
  const schema = readSchema({
    required: ['gone'],
    additionalProperties: false,
    properties: {
      a: { type: ['string', 'integer'] },
      b: { enum: ['x', 1, null] },
      c: { const: 'x' },
      d: { format: 'email' },
      e: { multipleOf: 5 },
      f: { minimum: 5 },
      g: { maxLength: 1 },
      h: { minItems: 3 },
      i: { maxProperties: 0 },
      j: { anyOf: [{ type: 'string' }, { type: 'boolean' }] },
      k: { oneOf: [{ type: 'number' }, { type: 'integer' }] },
      l: { not: {} },
      m: { exclusiveMaximum: 1 },
      n: { pattern: '^a, found$' },
      o: { pattern: '^(?:.*a){100}' },
    },
  })
  const doc = parseJson(
    '{"a":{},"b":2,"c":1,"d":"x","e":7,"f":1,"g":"xx","h":[],"i":{"x":1},"j":1,"k":1,"l":1,"m":1,"n":"b",' +
      `"o":"${'b'.repeat(3_000_000)}","z":1}`,
  )
  return checkSchema({ doc, node: 0, schema }).map(({ message }) => message)
}

function ofSignatures(): string[] {
  const body = new TextEncoder().encode('{"vat": 0}')
  const hmac = (key: string, message: Uint8Array | string) =>
    key === 's' && (message === '{"vat":0.0}' || message === 'x') ? 'a'.repeat(64) : 'b'.repeat(64)
  const causes = (header: Record<string, string>, isWhole = true, secret = 's') => {
    const signed = { secret, body, text: '{"vat": 0}', isWhole, hmac }
    return checkSignature({ ...signed, header: (name) => header[name] }).cause ?? []
  }
  const signature = (value: string) => ({ 'x-webhook-signature': value })
  return [
    causes({}),
    causes({ 'x-systeme-signature': 'a' }),
    causes(signature('a'.repeat(64))),
    causes(signature('c'.repeat(64))),
    causes(signature('c'.repeat(64)), false),
    causes(signature('c'.repeat(40))),
    causes(signature('nope')),
    causes(signature(`${'x'.repeat(43)}=`)),
    causes(signature(`sha256=${'b'.repeat(64)}`)),
    causes(signature(`sha256=${'c'.repeat(64)}`)),
  ].flat()
}

/** Names of types, and what stands in a document as it is. */
const technical = /^(?:|boolean|integer|number|object|array|string(?: "[^"]*")?)$/

function ofTheCatalogue(): string[] {
  return catalogue
    .flatMap(({ trigger }) => shapeTable(trigger).flatMap(({ type, remark }) => [type, remark]))
    .filter((text) => !technical.test(text))
}

function ofSearches(): string[] {
  const searches = [
    '(a',
    'a)',
    '()',
    'or b',
    'a or',
    '"a',
    'path:',
    'nosuchfield:x',
    'verdit:valid',
  ]
  const values = ['verdict:zzzzzzz', 'verdict:vlid', 'size:few', 'since:yesterday']
  const long = ['('.repeat(200) + 'a' + ')'.repeat(200), 'a'.repeat(100_000)]
  return [...searches, ...values, ...long].flatMap((text) => {
    const parsed = parseSearch(text)
    return 'error' in parsed ? [parsed.error.message] : []
  })
}

describe('what the server says', () => {
  const said = [
    ...mutated(),
    ...fromFixtures(),
    ...ofOddities(),
    ...ofOwnShapes(),
    ...ofSignatures(),
    ...ofTheCatalogue(),
    ...ofSearches(),
  ]
  const messages = [...new Set(said)]

  it.each([
    ['Indonesian', inIndonesian],
    ['French', inFrench],
  ])('is said in %s, whatever it is', (_, say) => {
    const untold = messages.filter((message) => say(message) === message)
    expect(untold).toEqual([])
    expect(messages.filter((message) => /\{\w+[*~]\}/.test(say(message)))).toEqual([])
    expect(messages.length).toBeGreaterThan(200)
  })

  it('keeps what the sender sent as it is', () => {
    expect(
      inFrench('Expected an integer or null, found the string "an object, found or: null"'),
    ).toBe(
      'Attendu\u00a0: un entier ou null\u00a0; trouvé\u00a0: la chaîne "an object, found or: null"',
    )
    expect(
      inIndonesian('Without the header X-Webhook-Event this can be SALE_NEW or SALE_CANCELED'),
    ).toBe('Tanpa header X-Webhook-Event ini bisa SALE_NEW atau SALE_CANCELED')
    expect(inFrench('The key "a $& b" is missing')).toBe('La clé «\u00a0a $& b\u00a0» manque')
  })

  it('is said as it is where no template fits', () => {
    expect(inFrench('Something new in a later version')).toBe('Something new in a later version')
    expect(inFrench('Expected a novelty, found the string "x"')).toContain('Expected')
  })
})
