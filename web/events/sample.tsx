import { useEffect, useState } from 'react'
import { prettyText } from '../../shared/json/line.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { useServices } from '../shell/services.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { useWords } from '../words/use-words.ts'

/** The documented sample, every token as printed. */
export function Sample({ trigger }: { trigger: string }) {
  const { client } = useServices()
  const { t } = useWords()
  const [text, setText] = useState('…')
  useEffect(() => {
    client('readSample', { params: { trigger } }).then(
      (bytes) => setText(prettyText(parseJson(new TextDecoder().decode(bytes)))),
      () => setText(t('events.failed')),
    )
  }, [client, trigger, t])
  return (
    <CodeBlock
      text={text}
      label={t('events.sample')}
      copyLabel={t('events.copySample')}
      done={t('copied')}
      failed={t('copyFailed')}
    />
  )
}
