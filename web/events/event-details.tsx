import { useEffect, useState } from 'react'
import type { EventDetail } from '../../shared/events/info.ts'
import { useServices } from '../shell/services.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { useHomeWords } from '../words/home/use-home-words.ts'
import { Sample } from './sample.tsx'
import { ShapeTable } from './shape-table.tsx'

/** What there is to know of one event, fetched when somebody asks for it. */
export function EventDetails({ trigger }: { trigger: string }) {
  const { client } = useServices()
  const { t } = useHomeWords()
  const [event, setEvent] = useState<EventDetail | 'failed' | null>(null)
  useEffect(() => {
    client('readEvent', { params: { trigger } }).then(setEvent, () => setEvent('failed'))
  }, [client, trigger])
  if (event === null) return <p>…</p>
  if (event === 'failed') return <p role="alert">{t('events.failed')}</p>
  return (
    <>
      <Sample text={event.sample} />
      <ShapeTable rows={event.rows} />
      <CodeBlock
        text={event.typescript}
        label={t('events.types')}
        copyLabel={t('events.copyTypes')}
        done={t('copied')}
        failed={t('copyFailed')}
      />
    </>
  )
}
