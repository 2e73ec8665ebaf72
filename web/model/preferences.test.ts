import { describe, expect, it } from 'vitest'
import { chooseLanguage, clampWidth, createPreferences } from './preferences.ts'

describe('chooseLanguage', () => {
  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['id'], 'id'],
    [['in-ID'], 'id'],
    [['de', 'fr', 'en'], 'fr'],
    [['de'], 'en'],
    [[], 'en'],
  ])('takes from %j the language %s', (tags, language) => {
    expect(chooseLanguage(tags)).toBe(language)
  })
})

describe('createPreferences', () => {
  it('starts with the system theme and the language of the browser', () => {
    expect(createPreferences(memoryStorage(), ['fr']).get()).toEqual({
      theme: 'system',
      clock: 'age',
      notify: false,
      sound: false,
      language: 'fr',
      listWidth: 440,
      viewerName: '',
    })
  })

  it('remembers a change, and only that', () => {
    const storage = memoryStorage()
    createPreferences(storage, ['fr']).change({ theme: 'dark' })
    expect(createPreferences(storage, ['id']).get()).toMatchObject({
      theme: 'dark',
      language: 'id',
    })
  })

  it('ignores stored values that it does not know', () => {
    const storage = memoryStorage()
    storage().setItem(
      'binspect.preferences',
      '{"theme":"pink","language":"xx","listWidth":9000,"viewerName":7}',
    )
    expect(createPreferences(storage, []).get()).toEqual({
      theme: 'system',
      clock: 'age',
      notify: false,
      sound: false,
      language: 'en',
      listWidth: clampWidth(9000),
      viewerName: '',
    })
  })
})

describe('clampWidth', () => {
  it('keeps the list neither too narrow nor too wide', () => {
    expect([clampWidth(10), clampWidth(444.4), clampWidth(9000)]).toEqual([300, 444, 760])
  })
})

function memoryStorage() {
  const values = new Map<string, string>()
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  }
  return () => storage
}
