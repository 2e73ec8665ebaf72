import { useEffect, useState } from 'react'
import type { EventInfo } from '../../shared/events/info.ts'
import type { Family } from '../../shared/events/verdict.ts'
import type { BinSession } from '../model/bin-session.ts'
import { problemOf } from '../model/problems.ts'
import { useServices } from '../shell/services.ts'
import { MenuGroup, MenuItem } from '../ui/menu-items.tsx'
import { Menu } from '../ui/menu.tsx'
import { useWords } from '../words/use-words.ts'
import { useSend } from './use-send.ts'

/** Sends a documented event to the bin, as the real sender would. */
export function SendMenu({ session }: { session: BinSession }) {
  const { t } = useWords()
  const send = useSend(session)
  return (
    <Menu
      label={t('send.menu')}
      icon="send"
      renderItems={(close) => (
        <SendItems
          onSend={(event) => {
            close()
            void send(event.trigger)
          }}
        />
      )}
    >
      {t('send')}
    </Menu>
  )
}

const families: readonly Family[] = ['automation', 'account']

function SendItems({ onSend }: { onSend: (event: EventInfo) => void }) {
  const { t, language } = useWords()
  const { events, failure } = useEvents()
  if (failure) return <MenuItem onSelect={() => {}}>{failure}</MenuItem>
  return families.map((family) => {
    const ofFamily = events.filter((event) => event.family === family)
    if (ofFamily.length === 0) return null
    return (
      <MenuGroup key={family} label={t(`family.${family}`)}>
        {ofFamily.map((event) => (
          <MenuItem key={event.trigger} hint={event.type} onSelect={() => onSend(event)}>
            {event.label[language]}
          </MenuItem>
        ))}
      </MenuGroup>
    )
  })
}

function useEvents() {
  const { catalogue } = useServices()
  const [events, setEvents] = useState<readonly EventInfo[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    catalogue.read().then(setEvents, (error: unknown) => setFailure(problemOf(error).message))
  }, [catalogue])
  return { events, failure }
}
