import { prettyText } from '../../shared/json/line.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { useHomeWords } from '../words/home/use-home-words.ts'

/** The documented sample, every token as printed. */
export function Sample({ text }: { text: string }) {
  const { t } = useHomeWords()
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
