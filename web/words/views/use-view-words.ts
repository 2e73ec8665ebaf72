import { useMemo } from 'react'
import { useWords } from '../use-words.ts'
import { withOwnWords, type WordsWith } from '../with-own-words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { id } from './id.ts'

const dictionaries = { en, fr, id }

/** The words of the page, and those of the views of a request. */
export function useViewWords(): WordsWith<keyof typeof en> {
  const words = useWords()
  return useMemo(() => withOwnWords(words, dictionaries), [words])
}
