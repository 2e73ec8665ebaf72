import { useEffect, useState } from 'react'
import type { EventInfo } from '../../shared/events/info.ts'
import type { Trigger } from '../../shared/events/trigger.ts'
import { useServices } from '../shell/services.ts'
import { Field, Select } from '../ui/field.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { useWords } from '../words/use-words.ts'

type EventSelectProps = { value: Trigger; onChange: (trigger: Trigger) => void }

/** One of the documented events, by family. */
export function EventSelect({ value, onChange }: EventSelectProps) {
  const t = useSendingWords()
  const { t: page, language } = useWords()
  const { catalogue } = useServices()
  const [events, setEvents] = useState<readonly EventInfo[]>([])
  useEffect(() => {
    catalogue.read().then(setEvents, () => setEvents([]))
  }, [catalogue])
  const choose = (trigger: string) => {
    const event = events.find((each) => each.trigger === trigger)
    if (event) onChange(event.trigger)
  }
  return (
    <Field label={t('sender.event')}>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => choose(target.value)}>
          {(['automation', 'account'] as const).map((family) => (
            <optgroup key={family} label={page(`family.${family}`)}>
              {events
                .filter((event) => event.family === family)
                .map((event) => (
                  <option key={event.trigger} value={event.trigger}>
                    {event.label[language]} ({event.type})
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  )
}
