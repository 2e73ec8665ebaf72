import { useEffect, useState } from 'react'
import { minify } from '../../shared/json/compact.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { useServices } from '../shell/services.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import style from './bin-guide.module.css'
import { commandFor, senders, type Sender } from './commands.ts'

const senderNames: Record<Sender, string> = {
  curl: 'curl',
  fetch: 'fetch',
  httpie: 'HTTPie',
  powershell: 'PowerShell',
}

/** Commands that send a documented event, ready to be pasted. */
export function ReadyCommands({ url }: { url: string }) {
  const { t } = useBinWords()
  const [sender, setSender] = useState<Sender>('curl')
  const json = useSample()
  return (
    <div className={style.commands}>
      <Tabs
        label={t('guide.commands')}
        items={senders.map((id) => ({ id, label: senderNames[id] }))}
        selected={sender}
        onSelect={setSender}
      >
        <div className={style.command}>
          <CodeBlock
            text={commandFor(sender, url, json)}
            label={t('guide.command', { sender: senderNames[sender] })}
            copyLabel={t('guide.copyCommand')}
            done={t('copied')}
            failed={t('copyFailed')}
          />
        </div>
      </Tabs>
    </div>
  )
}

/** The sample of a short event on one line; until it is there, something shorter. */
function useSample(): string {
  const { client } = useServices()
  const [json, setJson] = useState('{"hello":"world"}')
  useEffect(() => {
    const read = async () => {
      const sample = await client('readSample', { params: { trigger: 'tag-added' } })
      setJson(minify(parseJson(new TextDecoder().decode(sample))))
    }
    // Without the sample the command still works.
    read().catch(() => {})
  }, [client])
  return json
}
