import { createContext, use } from 'react'
import type { Language } from '../model/preferences.ts'
import type { Format } from './format.ts'
import type { Translate } from './words.ts'

/** The language of the page, ready to use. */
export type Words = { language: Language; t: Translate; format: Format }

export const WordsContext = createContext<Words | null>(null)

/** @throws Error outside of the page's frame */
export function useWords(): Words {
  const words = use(WordsContext)
  if (!words) throw new Error('No language has been chosen.')
  return words
}
