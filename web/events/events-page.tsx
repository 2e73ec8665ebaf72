import { useEffect, useState } from 'react'
import { addressOf } from '../../shared/operations.ts'
import type { EventInfo } from '../../shared/events/info.ts'
import { problemOf } from '../model/problems.ts'
import { useServices } from '../shell/services.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { useHomeWords } from '../words/home/use-home-words.ts'
import { EventSection } from './event-section.tsx'
import style from './events-page.module.css'

const families = ['automation', 'account'] as const

/** The catalogue: every documented event with its labels, shape and sample. */
export function EventsPage() {
  const { catalogue, client } = useServices()
  const { t, language } = useHomeWords()
  const [events, setEvents] = useState<readonly EventInfo[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    catalogue.read().then(setEvents, (error: unknown) => setFailure(problemOf(error).message))
  }, [catalogue])
  useEffect(() => {
    document.title = `${t('events.title')} – ${t('app.name')}`
  }, [t])
  useAnchor(events)
  const readTypes = async () => new TextDecoder().decode(await client('readEventTypes', {}))
  return (
    <div>
      <TopBar />
      <div className={style.page}>
        <nav className={style.index} aria-label={t('events.index')}>
          {families.map((family) => (
            <section key={family} aria-label={t(`family.${family}`)}>
              <h2 className={style.family}>{t(`family.${family}`)}</h2>
              <ul>
                {events
                  .filter((event) => event.family === family)
                  .map(({ trigger, label }) => (
                    <li key={trigger}>
                      <a href={`#${trigger}`}>{label[language]}</a>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </nav>
        <main className={style.main}>
          <h1 className={style.title}>{t('events.title')}</h1>
          <p className={style.lead}>{t('events.lead')}</p>
          <p className={style.links}>
            <a href={addressOf('readEventTypes', {})}>{t('events.typescript')}</a>
            <a href={addressOf('readAsyncApi', {})}>{t('events.asyncApi')}</a>
            <CopyButton
              text={readTypes}
              label={t('events.copyTypes')}
              done={t('copied')}
              failed={t('copyFailed')}
              look="quiet"
            >
              {t('events.copyTypes')}
            </CopyButton>
          </p>
          {failure && <p role="alert">{failure}</p>}
          {events.map((event) => (
            <EventSection key={event.trigger} event={event} />
          ))}
        </main>
      </div>
    </div>
  )
}

/** Goes to the event of the address once the events are there. */
function useAnchor(events: readonly EventInfo[]): void {
  useEffect(() => {
    if (events.length > 0) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [events])
}
