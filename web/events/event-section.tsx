import { useState } from 'react'
import type { EventInfo } from '../../shared/events/info.ts'
import { languages } from '../model/preferences.ts'
import { Badge } from '../ui/badge.tsx'
import { useHomeWords } from '../words/home/use-home-words.ts'
import { EventDetails } from './event-details.tsx'
import style from './events-page.module.css'

/** One documented event. */
export function EventSection({ event }: { event: EventInfo }) {
  const { t, language } = useHomeWords()
  const { trigger, family, type, label, schemaUrl, sampleUrl } = event
  const [open, setOpen] = useState(false)
  return (
    <article id={trigger} className={style.event} aria-labelledby={`${trigger}-title`}>
      <h2 id={`${trigger}-title`} className={style.name}>
        {label[language]}
      </h2>
      <p className={style.facts}>
        <code>{type}</code>
        <Badge tone="plain">{t(`family.${family}`)}</Badge>
        <code>{trigger}</code>
      </p>
      <ul className={style.labels} aria-label={t('events.labels')}>
        {languages
          .filter((one) => one !== language)
          .map((one) => (
            <li key={one} lang={one}>
              {label[one]}
            </li>
          ))}
      </ul>
      <p className={style.links}>
        <a href={schemaUrl}>{t('events.schema')}</a>
        <a href={sampleUrl}>{t('events.sampleFile')}</a>
      </p>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className={style.summary}>{t('events.details')}</summary>
        {open && <EventDetails trigger={trigger} />}
      </details>
    </article>
  )
}
