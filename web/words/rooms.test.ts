import { describe, expect, it } from 'vitest'
import { en as searchEn } from './search/en.ts'
import { fr as searchFr } from './search/fr.ts'
import { id as searchId } from './search/id.ts'
import { en as sendingEn } from './sending/en.ts'
import { fr as sendingFr } from './sending/fr.ts'
import { id as sendingId } from './sending/id.ts'
import { en as sideEn } from './side-by-side/en.ts'
import { fr as sideFr } from './side-by-side/fr.ts'
import { id as sideId } from './side-by-side/id.ts'

const placeholders = (word: unknown) =>
  [...new Set(JSON.stringify(word).match(/\{\w+\}/g))].toSorted()

const rooms: [string, object, { fr: object; id: object }][] = [
  ['searches', searchEn, { fr: searchFr, id: searchId }],
  ['sending', sendingEn, { fr: sendingFr, id: sendingId }],
  ['several requests', sideEn, { fr: sideFr, id: sideId }],
]

describe.each(rooms)('the words for %s', (_, en, others) => {
  it.each(['fr', 'id'] as const)('keep keys and placeholders in %s', (language) => {
    const dictionary = others[language]
    expect(Object.keys(dictionary)).toEqual(Object.keys(en))
    const places = (words: object) =>
      Object.entries(words).map(([key, word]) => [key, placeholders(word)])
    expect(places(dictionary)).toEqual(places(en))
  })
})
