import { useId } from 'react'
import type { ObservedEvent } from '../../shared/observed/observed-event.ts'
import { visibleText } from '../json/visible.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { Select } from '../ui/field.tsx'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { eventName } from './field-rows.ts'
import style from './fields.module.css'

type EventChoiceProps = {
  route: BinRoute
  events: readonly ObservedEvent[]
  event: ObservedEvent
}

/** Chooses the event whose fields are shown; the address follows. */
export function EventChoice({ route, events, event }: EventChoiceProps) {
  const { router } = useServices()
  const { t, language } = useSeenWords()
  const id = useId()
  return (
    <div className={style.choice}>
      <label htmlFor={id}>{t('fields.event')}</label>
      <Select
        id={id}
        className={style.select}
        value={eventName(event)}
        onChange={({ target }) => router.go({ ...route, fields: target.value }, { replace: true })}
      >
        {events.map((one) => (
          <option key={eventName(one)} value={eventName(one)}>
            {visibleText(one.label[language] || one.type)} ({visibleText(one.type)})
          </option>
        ))}
      </Select>
    </div>
  )
}
