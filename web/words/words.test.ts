import { describe, expect, it } from 'vitest'
import { languages, type Language } from '../model/preferences.ts'
import { en } from './en.ts'
import { createTranslate, loadDictionary, unbroken, type Word, type WordKey } from './words.ts'

const others = languages.filter((language) => language !== 'en')

/** Words that are the same on purpose: names, and terms that the language has taken over. */
const same = new Set<WordKey>([
  'app.name',
  'bin',
  'events.schema',
  'flag.preflight',
  'flag.upgrade',
  'fact.contact',
  'note.title',
  'reply.status',
  'request.note',
  'tab.copy',
])

describe.each(others)('the dictionary of %s', (language) => {
  it('has every key of English and no other', async () => {
    const dictionary = await loadDictionary(language)
    expect(Object.keys(dictionary).sort()).toEqual(Object.keys(en).sort())
  })

  it('has the placeholders of English in each sentence', async () => {
    const dictionary = await loadDictionary(language)
    for (const key of keys()) {
      expect([key, placeholders(dictionary[key])]).toEqual([key, placeholders(en[key])])
    }
  })

  it('leaves nothing in English', async () => {
    const dictionary = await loadDictionary(language)
    const untranslated = keys().filter(
      (key) => !same.has(key) && text(dictionary[key]) === text(en[key]),
    )
    expect(untranslated).toEqual([])
  })
})

describe('createTranslate', () => {
  it('puts values in, numbers as the language writes them', async () => {
    expect(await say('en', 'list.count', { n: 12345 })).toBe('12,345 requests')
    expect(await say('fr', 'list.count', { n: 12345 })).toBe('12\u202f345 requêtes')
    expect(await say('id', 'list.count', { n: 12345 })).toBe('12.345 permintaan')
  })

  it('chooses the plural form of the language', async () => {
    const forms = [0, 1, 2].map((n) => say('en', 'list.count', { n }))
    expect(await Promise.all(forms)).toEqual(['0 requests', '1 request', '2 requests'])
    expect(await say('fr', 'list.count', { n: 0 })).toBe('0 requête')
  })

  it('ends no line within guillemets or before a double mark in French', async () => {
    expect(await say('fr', 'action.failed', { reason: 'a : b' })).toBe(
      'Cela n’a pas marché\u00a0: a : b',
    )
    expect(unbroken('fr', 'Voir « Envoyer » ?')).toBe('Voir «\u00a0Envoyer\u00a0»\u00a0?')
  })

  it('leaves a value alone that looks like a placeholder', async () => {
    expect(await say('en', 'action.failed', { reason: '{n} $& {name}' })).toBe(
      'That did not work: {n} $& {name}',
    )
  })
})

async function say(language: Language, key: WordKey, values: Record<string, string | number>) {
  return createTranslate(language, await loadDictionary(language))(key, values)
}

function keys(): WordKey[] {
  // The keys of a constant are known.
  return Object.keys(en) as WordKey[]
}

function text(word: Word): string {
  return typeof word === 'string' ? word : `${word.one} | ${word.other}`
}

function placeholders(word: Word): string[] {
  return [...new Set(text(word).match(/\{\w+\}/g))].sort()
}
