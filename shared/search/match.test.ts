import { describe, expect, it } from 'vitest'
import { parseJson } from '../json/parse.ts'
import { matchSearch } from './match.ts'
import { explainMiss } from './miss.ts'
import { parseSearch } from './parse.ts'
import type { SearchQuery } from './query.ts'
import type { SearchSubject } from './subject.ts'

const text = String.raw`{"type":"contact.tag.added","data":{"tag":{"id":141002,"name":"Hot Lead"},
"order":{"vat":0.0,"total":1700,"coupon":null},"duration":"7200",
"url":"https:\/\/x.y\/cr\u00e9er","items":[{"name":"A","ok":true},{"name":"B"}],"fields":[]}}`

const received = Date.parse('2026-11-24T10:00:00Z')
const now = received + 5 * 60_000

const subject: SearchSubject = {
  seq: 42,
  receivedAt: received,
  method: 'POST',
  path: '/bin/abc/hook',
  query: [['utm_source', 'News Letter']],
  rawHeaders: ['User-Agent', 'Symfony', 'X-Tag', 'one', 'x-tag', 'two'],
  size: 20_480,
  flags: ['browserVisit'],
  ip: '185.236.142.1',
  pinned: true,
  notes: 'Ask Ann',
  status: 503,
  verdict: 'drifted',
  events: [
    {
      family: 'automation',
      type: 'contact.tag.added',
      trigger: 'tag-added',
      label: { en: 'Tag added', id: 'TAG DITAMBAHKAN', fr: 'Tag ajouté' },
      occurredAt: null,
      contact: { id: 29142804, email: 'Ann@Example.com' },
    },
  ],
  issues: [{ code: 'bom' }],
  signature: 'unchecked',
  text,
  roots: [{ doc: parseJson(text), node: 0 }],
}

function query(search: string): SearchQuery {
  const result = parseSearch(search)
  if ('error' in result) throw new Error(result.error.message)
  return result.query
}

function matches(search: string, of: SearchSubject = subject): boolean {
  return matchSearch(query(search), of, now)
}

describe('a request is found', () => {
  it.each([
    '',
    'lead "hot lead" hot*lead',
    'https://x.y/créer',
    String.raw`"cr\u00e9er"`,
    'event:contact.tag.added event:CONTACT.* event:added event:"tag added" event:ajouté',
    'trigger:tag-added family:automation verdict:drifted issue:bom signature:unchecked',
    'email:ann@example.com email:*@example.com contact:29142804 contact:ann@example.com',
    'method:post path:/hook path:/bin/*/hook query.utm_source:letter query:utm_source',
    'header.user-agent:symfony header.X-TAG:two header:x-tag header:"user-agent: sym"',
    'ip:185.236.142.1 source:185.236.*',
    'size:>10k size:20k size:20k..21k size:<1m status:503 status:5xx seq:>=42 seq:1..42',
    'since:10m until:1m since:2026-11-24 until:2026-11-24T10:00:00Z',
    'is:pinned is:browservisit has:note has:body note:ann',
    'data.tag.name:"hot lead" data.tag.name:hot* data.tag.id:141002 data.tag.id:>141001',
    'data.order.vat:0 data.order.total:1000..2000',
    'data.order.coupon:null data.duration:>3600 data.fields:[] data.fields:*',
    'data.items[1].name:b data.items.0.name:a data.items.*.name:b data.items[0].ok:true',
    '$.type:contact.tag.added',
    'verdict:valid or verdict:drifted',
    '-verdict:valid -(is:pinned verdict:valid) -data.missing:*',
  ])('by %j', (search) => {
    expect(matches(search)).toBe(true)
  })

  it('by none of several terms that do not hold', () => {
    const searches = [
      'leader',
      'event:contact.tag',
      'event:remove',
      'verdict:valid',
      'email:ann',
      'header.user-agent:curl',
      'header.x:one',
      'size:>20k',
      'status:200..299',
      'since:1m',
      'until:10m',
      'is:truncated',
      'data.tag.name:lead',
      'data.tag.name:"hot*"',
      'data.tag.name:>5',
      'data.items[2].name:*',
      'data.tag:5',
      'verdict:drifted -is:pinned',
    ]
    expect(searches.filter((search) => matches(search))).toEqual([])
  })

  it('by nothing in a body that is no text', () => {
    expect(matches('a', { ...subject, text: null, roots: [] })).toBe(false)
  })

  it('by no status where no reply was sent', () => {
    expect(matches('status:<1000', { ...subject, status: null })).toBe(false)
  })
})

describe('what a search reads', () => {
  /** The subject, noting which costly properties are read. */
  function watched(): { subject: SearchSubject; reads: string[] } {
    const reads: string[] = []
    const get = (target: SearchSubject, name: string): unknown => {
      if (['verdict', 'events', 'text', 'roots'].includes(name)) reads.push(name)
      return Reflect.get(target, name)
    }
    // A proxy's trap is called with the names of the target's properties.
    return {
      subject: new Proxy(subject, { get: (target, name) => get(target, String(name)) }),
      reads,
    }
  }

  it.each([
    ['lead verdict:drifted method:get', []],
    ['lead verdict:valid', ['verdict']],
    ['lead or is:pinned', []],
    ['(lead or verdict:valid) seq:1', []],
    ['lead', ['text']],
    ['data.tag.id:1', ['roots']],
  ])('of %j is %j', (search, expected) => {
    const { subject, reads } = watched()
    matchSearch(query(search), subject, now)
    expect(reads).toEqual(expected)
  })
})

describe('a miss', () => {
  it('names each term that does not hold, and what is there instead', () => {
    const search =
      'method:post verdict:valid event:contact.tag.removed data.tag.name:x data.none:1 -is:pinned ' +
      'status:200 since:1m (seq:1 or ip:1.1.1.1)'
    expect(explainMiss(query(search), subject, now)).toEqual([
      { term: 'verdict:valid', actual: 'drifted' },
      { term: 'event:contact.tag.removed', actual: 'contact.tag.added' },
      { term: 'data.tag.name:x', actual: 'Hot Lead' },
      { term: 'data.none:1', actual: 'nothing' },
      { term: '-is:pinned', actual: 'pinned, browserVisit' },
      { term: 'status:=200', actual: '503' },
      { term: 'since:1m', actual: '2026-11-24T10:00:00.000Z' },
      { term: 'seq:=1 or ip:1.1.1.1', actual: '42, 185.236.142.1' },
    ])
  })

  it('is told shortly', () => {
    const [miss] = explainMiss(query('zzz'), { ...subject, text: 'a'.repeat(1000) }, now)
    expect(miss?.actual).toHaveLength(201)
  })

  it('is none where the request matches', () => {
    expect(explainMiss(query('verdict:drifted'), subject, now)).toEqual([])
  })
})
