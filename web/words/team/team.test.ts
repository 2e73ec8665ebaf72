import { expect, it } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { id } from './id.ts'

const placeholders = (word: unknown) =>
  [...new Set(JSON.stringify(word).match(/\{\w+\}/g))].toSorted()

it.each([
  ['fr', fr],
  ['id', id],
])('the words for teams in %s keep keys and placeholders', (_, dictionary) => {
  expect(Object.keys(dictionary)).toEqual(Object.keys(en))
  const places = (words: object) =>
    Object.entries(words).map(([key, word]) => [key, placeholders(word)])
  expect(places(dictionary)).toEqual(places(en))
})
