import type { ObservedEvent } from '../../shared/observed/observed-event.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useActions } from '../shell/use-actions.ts'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { eventName } from './field-rows.ts'
import style from './fields.module.css'

type DownloadShapeProps = { session: BinSession; event: ObservedEvent }

/** Takes along what was seen, as JSON Schema or TypeScript. */
export function DownloadShape({ session, event }: DownloadShapeProps) {
  const { client } = useServices()
  const { t } = useSeenWords()
  const { run } = useActions(session)
  const name = eventName(event)
  const file = name.replace(/[^\w.-]+/g, '-')
  const input = {
    params: { id: session.id },
    query: { trigger: name },
    key: session.key(),
  }
  const saveSchema = async () => {
    const schema = await client('readObservedSchema', input)
    const text = `${JSON.stringify(schema, null, 2)}\n`
    saveFile(new TextEncoder().encode(text), `${file}.schema.json`)
  }
  const saveTypes = async () => saveFile(await client('readObservedTypes', input), `${file}.ts`)
  return (
    <span className={style.downloads}>
      <Button icon="download" onClick={() => void run(saveSchema())}>
        {t('events.schema')}
      </Button>
      <Button icon="download" onClick={() => void run(saveTypes())}>
        {t('fields.typescript')}
      </Button>
    </span>
  )
}
