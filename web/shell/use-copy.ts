import { copyText } from '../ui/clipboard.ts'
import { useWords } from '../words/use-words.ts'
import { useServices } from './services.ts'

/** Copies a text, and says at the foot of the page how that went; nothing where there is none. */
export function useCopy(): (text?: string, done?: 'copied' | 'bin.urlCopied') => Promise<void> {
  const { notices } = useServices()
  const { t } = useWords()
  return async (text = '', done = 'copied') => {
    if (text === '') return
    const copied = await copyText(text)
    notices.show({ tone: copied ? 'good' : 'bad', text: t(copied ? done : 'copyFailed') })
  }
}
