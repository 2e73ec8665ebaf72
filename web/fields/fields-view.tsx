import { useCallback, useState } from 'react'
import type { ObservedEvent } from '../../shared/observed/observed-event.ts'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { AsideFrame } from '../ui/aside-frame.tsx'
import { Checkbox } from '../ui/field.tsx'
import { useFollowed } from '../shell/use-followed.ts'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { DownloadShape } from './download-shape.tsx'
import { EventChoice } from './event-choice.tsx'
import { eventName } from './field-rows.ts'
import { FieldTable } from './field-table.tsx'
import style from './fields.module.css'

type FieldsViewProps = {
  session: BinSession
  route: BinRoute
  /** Name of the event; empty: the first. */
  name: string
}

/** What the requests of a bin really had, event by event, field by field. */
export function FieldsView({ session, route, name }: FieldsViewProps) {
  const { router } = useServices()
  const { t } = useSeenWords()
  const { value, failure } = useObserved(session)
  const event = value?.find((one) => eventName(one) === name) ?? value?.[0]
  return (
    <AsideFrame
      title={t('fields.title')}
      lead={t('fields.lead')}
      closeLabel={t('fields.close')}
      onClose={() => router.go({ ...route, fields: undefined })}
    >
      {failure !== null && <p role="alert">{t('fields.failed', { reason: failure })}</p>}
      {value === null && failure === null && <output>{t('fields.loading')}</output>}
      {value?.length === 0 && <output>{t('fields.none')}</output>}
      {value && event && (
        <ObservedFields session={session} route={route} events={value} event={event} />
      )}
    </AsideFrame>
  )
}

function useObserved(session: BinSession) {
  const { client } = useServices()
  const read = useCallback(async () => {
    const found = await client('listObserved', {
      params: { id: session.id },
      query: {},
      key: session.key(),
    })
    return found.events
  }, [client, session])
  return useFollowed(session, read)
}

type ObservedFieldsProps = {
  session: BinSession
  route: BinRoute
  events: readonly ObservedEvent[]
  event: ObservedEvent
}

function ObservedFields({ session, route, events, event }: ObservedFieldsProps) {
  const { t } = useSeenWords()
  const [onlyDifferent, setOnlyDifferent] = useState(false)
  const isDocumented = event.trigger !== null
  return (
    <>
      <div className={style.bar}>
        <EventChoice route={route} events={events} event={event} />
        <DownloadShape session={session} event={event} />
      </div>
      <div className={style.bar}>
        <span>{t('fields.documents', { n: event.documents })}</span>
        {isDocumented && (
          <Checkbox
            label={t('fields.onlyDifferent')}
            checked={onlyDifferent}
            onChange={({ target }) => setOnlyDifferent(target.checked)}
          />
        )}
      </div>
      {event.omitted > 0 && <p>{t('fields.omitted', { n: event.omitted })}</p>}
      <FieldTable route={route} event={event} onlyDifferent={isDocumented && onlyDifferent} />
    </>
  )
}
