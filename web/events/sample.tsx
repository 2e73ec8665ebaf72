import { prettyText } from '../../shared/json/line.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { useWords } from '../words/use-words.ts'

/** The documented sample, every token as printed. */
export function Sample({ text }: { text: string }) {
  const { t } = useWords()
  return (
    <CodeBlock
      text={prettyText(parseJson(text))}
      label={t('events.sample')}
      copyLabel={t('events.copySample')}
      done={t('copied')}
      failed={t('copyFailed')}
    />
  )
}
