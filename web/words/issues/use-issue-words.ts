import { useMemo } from 'react'
import { useWords } from '../use-words.ts'
import { createTranslate } from '../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { id } from './id.ts'

const dictionaries = { en, fr, id }

/** The words of findings, in the language of the page. */
export function useIssueWords() {
  const { language } = useWords()
  return useMemo(() => createTranslate(language, dictionaries[language]), [language])
}
