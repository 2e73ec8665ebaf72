import { useEffect, useState } from 'react'
import type { EventInfo } from '../../shared/events/info.ts'
import type { Command } from '../palette/match.ts'
import { PaletteDialog } from '../palette/palette-dialog.tsx'
import { useServices } from '../shell/services.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import { usePlaceCommands } from './use-place-commands.ts'
import { usePreferenceCommands } from './use-preference-commands.ts'

/** What can be done without a bin: go to one or make one, look up an event, choose how it all looks. */
export function PlaceCommands({ onClose }: { onClose: () => void }) {
  const commands = [...usePlaceCommands(null), ...useEventCommands(), ...usePreferenceCommands()]
  return <PaletteDialog commands={commands} onClose={onClose} />
}

/** Leads to each documented event. */
function useEventCommands(): Command[] {
  const { catalogue, router } = useServices()
  const { t, language } = useBinWords()
  const [events, setEvents] = useState<readonly EventInfo[]>([])
  useEffect(() => {
    // Without the catalogue there is everything else.
    catalogue.read().then(setEvents, () => {})
  }, [catalogue])
  return events.map(({ trigger, label, type }) => ({
    id: `event ${trigger}`,
    group: t('palette.event'),
    label: label[language],
    also: `${trigger} ${type}`,
    run: () => {
      if (router.get().page !== 'events') router.go({ page: 'events' })
      location.replace(new URL(`#${trigger}`, location.href))
    },
  }))
}
