import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { phpForm } from '../json/compact.ts'
import { parseJson } from '../json/parse.ts'
import { catalogue, type EventEntry, findEvent } from './catalogue.ts'
import { judgeRequest } from './judge.ts'
import { automationTriggers } from './trigger.ts'

const documented = new URL('./fixtures/documented/', import.meta.url)

/** Headers that the real sender adds to an account webhook. */
function headerOf({ type, schemaVersion }: EventEntry) {
  const headers = new Map<string, string>()
  if (schemaVersion !== null) {
    headers.set('x-webhook-event', type).set('x-webhook-schema-version', schemaVersion)
  }
  return (name: string) => headers.get(name)
}

function judge(entry: EventEntry, text: string) {
  const body = new TextEncoder().encode(text)
  return judgeRequest({ body, contentType: 'application/json', header: headerOf(entry) })
}

describe('a documented sample', () => {
  it.each(automationTriggers)('of %s reads as the document does', (trigger) => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL(`${trigger}.json`, documented), 'utf8'),
    )
    expect(JSON.parse(findEvent(trigger).sample)).toEqual(expected)
  })

  it.each(catalogue)('of $trigger is valid as printed, under its own name', (entry) => {
    const { verdict, event, events } = judge(entry, entry.sample)
    expect(verdict).toBe('valid')
    const { family, type, trigger, label } = entry
    expect(event).toMatchObject({ family, type, trigger, label })
    expect(events).toEqual([event])
  })

  it.each(catalogue)('of $trigger is valid as it is sent', (entry) => {
    const document = parseJson(entry.sample)
    expect(judge(entry, phpForm(document)).verdict).toBe('valid')
    expect(judge(entry, JSON.stringify(JSON.parse(entry.sample))).verdict).toBe('valid')
  })

  it('that prints escapes twice says so as an info, and only as long as nothing is changed', () => {
    const entry = findEvent('new-sale')
    const severities = (text: string) => judge(entry, text).issues.map(({ severity }) => severity)
    expect(severities(entry.sample)).toEqual(['info', 'info', 'info', 'info'])
    expect(severities(`${entry.sample}\n`)).toEqual(severities(entry.sample))
    const pretty = JSON.stringify(JSON.parse(entry.sample), null, 2)
    expect(severities(pretty)).toEqual(['warning', 'warning', 'warning', 'warning'])
  })

  it.each(catalogue)('of $trigger has a label in each language', ({ label }) => {
    expect(Object.keys(label)).toEqual(['en', 'id', 'fr'])
    expect(Object.values(label).every((text) => text.trim().length > 2)).toBe(true)
  })
})

describe('the catalogue', () => {
  it('has the triggers of the help article first, in its order', () => {
    expect(catalogue.slice(0, 11).map(({ label }) => label.id)).toEqual([
      'FORMULIR LANGKAH CORONG DILANGGANI',
      'PENJUALAN BARU',
      'TAG DITAMBAHKAN',
      'TAG DIHAPUS',
      'FORMULIR HALAMAN BLOG DILANGGANI',
      'TERDAFTAR KE WEBINAR',
      'TERDAFTAR DI KURSUS',
      'TERDAFTAR DI PAKET KURSUS',
      'KAMPANYE SELESAI',
      'HALAMAN DIKUNJUNGI',
      'TAUTAN EMAIL DIKLIK',
    ])
    expect(new Set(catalogue.slice(0, 11).map(({ type }) => type)).size).toBe(10)
  })

  it('finds nothing under a name that is none', () => {
    expect(findEvent('constructor')).toBeUndefined()
    expect(findEvent('__proto__')).toBeUndefined()
  })
})
