import { useEffect, useRef } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import type { Preferences } from '../model/preferences.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { useWords } from '../words/use-words.ts'
import { beep } from './beep.ts'
import { followArrivals } from './follow-arrivals.ts'
import { notify } from './notify.ts'

type SignalsProps = {
  session: BinSession
  route: BinRoute
  wanted: Pick<Preferences, 'notify' | 'sound'>
}

/** Tells of arrivals outside of the page: by a sound, and where nobody looks by a notification. */
export function Signals({ session, route, wanted }: SignalsProps) {
  const { router } = useServices()
  const { t, language } = useWords()
  const tell = useRef<(n: number) => void>(undefined)
  useEffect(() => {
    tell.current = (n) => {
      if (wanted.sound) beep()
      if (!wanted.notify || document.hasFocus()) return
      const { bin, heard, inbox } = session.state.get()
      const row = inbox.rows.find(({ seq }) => seq === heard)
      const title = row?.event?.label[language] ?? row?.method ?? `#${heard}`
      const open = () => router.go({ ...route, seq: heard, aside: undefined })
      const text = t('list.arrived', { n, title })
      notify({ title: bin?.name || session.id, text, tag: session.id, open })
    }
  })
  useEffect(() => followArrivals(session.state, (n) => tell.current?.(n)), [session])
  return null
}
