import { useMemo, useState } from 'react'
import { lanesOf } from '../../shared/contacts/lanes.ts'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { AsideFrame } from '../ui/aside-frame.tsx'
import { Button } from '../ui/button.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { usePart } from '../ui/use-store.ts'
import { useSideBySideWords } from '../words/side-by-side/use-side-by-side-words.ts'
import { ContactLane } from './contact-lane.tsx'
import style from './contacts.module.css'

/** Lanes drawn at first. */
const shownAtFirst = 100

/** The events of the bin by contact: one lane each, with the time between. */
export function ContactsView({ session, route }: { session: BinSession; route: BinRoute }) {
  const { router } = useServices()
  const say = useSideBySideWords()
  const rows = usePart(session.state, ({ inbox }) => inbox.rows)
  const hasOlder = usePart(session.state, ({ inbox }) => inbox.next !== null)
  const loading = usePart(session.state, ({ loading }) => loading !== null)
  const lanes = useMemo(() => lanesOf(rows), [rows])
  const [most, setMost] = useState(shownAtFirst)
  return (
    <AsideFrame
      title={say('contacts.title', { n: lanes.length })}
      lead={say('contacts.lead')}
      closeLabel={say('contacts.close')}
      onClose={() => router.go({ ...route, aside: undefined })}
      tools={
        hasOlder && (
          <>
            <span>{say('contacts.from', { n: rows.length })}</span>
            <Button disabled={loading} onClick={() => void session.rows.loadOlder()}>
              {say('contacts.older')}
            </Button>
          </>
        )
      }
    >
      {lanes.length === 0 && <output>{say('contacts.none')}</output>}
      {lanes.length > 0 && (
        <ScrollRegion className={style.scroll} label={say('contacts.lanes')}>
          <ol>
            {lanes.slice(0, most).map((lane) => (
              <ContactLane key={lane.steps[0]?.seq} lane={lane} route={route} />
            ))}
          </ol>
          {lanes.length > most && (
            <Button look="quiet" onClick={() => setMost(lanes.length)}>
              {say('contacts.showAll', { n: lanes.length })}
            </Button>
          )}
        </ScrollRegion>
      )}
    </AsideFrame>
  )
}
