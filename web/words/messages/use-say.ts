import { useEffect, useState } from 'react'
import type { Language } from '../../model/preferences.ts'
import { useWords } from '../use-words.ts'
import type { Say } from './say.ts'

const asItIs: Say = (message) => message
const nothing: Say = () => ''

/** English is what the server speaks; the others come with the first finding that is shown. */
const known = new Map<Language, Say>([['en', asItIs]])

/** Says in the language of the page what the server says; nothing, for the moment of loading it. */
export function useSay(): Say {
  const { language } = useWords()
  const [, setLoaded] = useState<Language>()
  const say = known.get(language)
  useEffect(() => {
    if (known.has(language)) return
    const learn = async () => {
      known.set(language, await load(language).catch(() => asItIs))
      setLoaded(language)
    }
    void learn()
  }, [language])
  return say ?? nothing
}

async function load(language: Language): Promise<Say> {
  return language === 'id' ? (await import('./id.ts')).say : (await import('./fr.ts')).say
}
