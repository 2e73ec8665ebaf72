import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Language } from '../model/preferences.ts'
import { createFormat } from './format.ts'
import { WordsContext } from './use-words.ts'
import { createTranslate, loadDictionary, type Dictionary } from './words.ts'

type Loaded = { language: Language; dictionary: Dictionary }

/** Speaks a language to everything inside; draws nothing until its words are there. */
export function WordsProvider(props: { language: Language; children: ReactNode }) {
  const { language, children } = props
  const [loaded, setLoaded] = useState<Loaded | null>(null)

  useEffect(() => {
    let isLatest = true
    const use = (of: Language) => async () => {
      const dictionary = await loadDictionary(of)
      if (!isLatest) return
      document.documentElement.lang = of
      setLoaded({ language: of, dictionary })
    }
    // English is part of the page: it stands in for words that cannot be fetched.
    use(language)().catch(use('en'))
    return () => {
      isLatest = false
    }
  }, [language])

  const words = useMemo(() => {
    if (!loaded) return null
    const { language, dictionary } = loaded
    return { language, t: createTranslate(language, dictionary), format: createFormat(language) }
  }, [loaded])
  return words && <WordsContext value={words}>{children}</WordsContext>
}
