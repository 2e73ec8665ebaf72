import { useEffect, useState } from 'react'
import type { EventInfo } from '../../shared/events/info.ts'
import type { BinDialogName } from '../bins/dialog-name.ts'
import { useSend } from '../bins/use-send.ts'
import type { BinSession } from '../model/bin-session.ts'
import { PaletteDialog } from '../palette/palette-dialog.tsx'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import { useBinCommands } from './use-bin-commands.ts'
import { usePlaceCommands } from './use-place-commands.ts'
import { usePreferenceCommands } from './use-preference-commands.ts'
import { useRequestCommands } from './use-request-commands.ts'

export type PaletteProps = {
  session: BinSession
  route: BinRoute
  onDialog: (name: BinDialogName) => void
  onHelp: () => void
  onClose: () => void
}

/** The commands of the bin page: nearest first, the open request, then the bin, then everything else. */
export function Palette({ session, route, onDialog, onHelp, onClose }: PaletteProps) {
  const commands = [
    ...useRequestCommands(session, route),
    ...useBinCommands(session, onDialog),
    ...usePlaceCommands(route),
    ...useSendCommands(session),
    ...usePreferenceCommands(onHelp),
  ]
  return <PaletteDialog commands={commands} onClose={onClose} />
}

/** A command for each documented event, for who may send. */
function useSendCommands(session: BinSession) {
  const { catalogue } = useServices()
  const { t, language } = useBinWords()
  const send = useSend(session)
  const [events, setEvents] = useState<readonly EventInfo[]>([])
  const isOwner = session.key() !== undefined
  useEffect(() => {
    // Without the catalogue there is everything else.
    if (isOwner) catalogue.read().then(setEvents, () => {})
  }, [catalogue, isOwner])
  return events.map(({ trigger, label, type }) => ({
    id: `send ${trigger}`,
    group: t('send'),
    label: label[language],
    also: `${trigger} ${type}`,
    run: () => send(trigger),
  }))
}
