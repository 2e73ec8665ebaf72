import type { Language } from '../model/preferences.ts'
import { en } from './en.ts'
import type { findings } from './en/findings.ts'
import type { list } from './en/list.ts'
import type { page } from './en/page.ts'
import type { request } from './en/request.ts'
import type { scenariosMenu } from './en/scenarios-menu.ts'
import type { shares } from './en/shares.ts'
import type { together } from './en/together.ts'
import type { sendingMenu } from './en/sending-menu.ts'

/** A sentence, or one for each plural form; `{name}` stands for a value. */
export type Word = string | { readonly one: string; readonly other: string }

/** The same keys in another language, each with plural forms where English has them. */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Exclude<Word, string>
}
export type PageWords = Translated<typeof page>
export type RequestWords = Translated<typeof request>
export type ListWords = Translated<typeof list>
export type FindingWords = Translated<typeof findings>
export type TogetherWords = Translated<typeof together>
export type ScenariosMenuWords = Translated<typeof scenariosMenu>
export type ShareWords = Translated<typeof shares>
export type SendingMenuWords = Translated<typeof sendingMenu>

export type WordKey = keyof typeof en
export type Dictionary = Readonly<Record<WordKey, Word>>

/** What a language says, with values put in; `n` chooses between one and other. */
export type Translate<Key extends string = WordKey> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string

/** Fetches the words of a language; English comes with the page. */
export async function loadDictionary(language: Language): Promise<Dictionary> {
  if (language === 'id') return (await import('./id.ts')).id
  if (language === 'fr') return (await import('./fr.ts')).fr
  return en
}

/** @param language rules of plural and the form of numbers */
export function createTranslate<Key extends string>(
  language: Language,
  dictionary: Readonly<Record<Key, Word>>,
): Translate<Key> {
  const plurals = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (key, values = {}) => {
    const word = dictionary[key]
    const isOne = plurals.select(Number(values['n'] ?? 0)) === 'one'
    const sentence = typeof word === 'string' ? word : isOne ? word.one : word.other
    return unbroken(language, sentence).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : placeholder
      return typeof value === 'number' ? numbers.format(value) : String(value)
    })
  }
}

/** In French, spaces that no line may end at: within guillemets, and before double marks. */
export function unbroken(language: Language, sentence: string): string {
  return language === 'fr' ? sentence.replace(/(?<=«) | (?=[»:;?!…])/g, '\u00a0') : sentence
}
