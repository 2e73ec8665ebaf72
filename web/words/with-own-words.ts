import type { Language } from '../model/preferences.ts'
import type { Words } from './use-words.ts'
import { createTranslate, type Translate, type Word, type WordKey } from './words.ts'

export type WordsWith<Key extends string> = Omit<Words, 't'> & { t: Translate<WordKey | Key> }

/** The words of the page, and a view's own, which come with the view. */
export function withOwnWords<Key extends string>(
  words: Words,
  dictionaries: Readonly<Record<Language, Readonly<Record<Key, Word>>>>,
): WordsWith<Key> {
  const dictionary = dictionaries[words.language]
  const own = createTranslate(words.language, dictionary)
  const isOwn = (key: string): key is Key => Object.hasOwn(dictionary, key)
  return { ...words, t: (key, values) => (isOwn(key) ? own(key, values) : words.t(key, values)) }
}
