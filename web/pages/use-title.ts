import { useEffect, useState, useSyncExternalStore } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { countOnIcon } from '../ui/favicon.ts'
import { usePart } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'

/** Name of the bin in the title of the window, with what has not been seen; on its icon too. */
export function useTitle(session: BinSession): void {
  const { t } = useWords()
  const name = usePart(session.state, ({ bin }) => bin?.name || bin?.id || '')
  const unseen = useUnseen(session)
  useEffect(() => {
    document.title = `${unseen > 0 ? `(${unseen}) ` : ''}${name} – ${t('app.name')}`
    countOnIcon(unseen)
  }, [name, unseen, t])
  useEffect(() => () => countOnIcon(0), [])
}

/** What arrived while the window was hidden, or the top of the list out of sight. */
function useUnseen(session: BinSession): number {
  const latest = usePart(session.state, ({ inbox }) => inbox.latest)
  const scrolledPast = usePart(session.state, ({ inbox }) => inbox.unseen)
  const isVisible = useVisible()
  const [seen, setSeen] = useState(latest)
  // Before anything is drawn: a number that stands for one frame would be painted onto the icon.
  if (isVisible && seen !== latest) setSeen(latest)
  return Math.max(scrolledPast, isVisible ? 0 : latest - seen)
}

function useVisible(): boolean {
  return useSyncExternalStore(listenToVisibility, () => document.visibilityState === 'visible')
}

function listenToVisibility(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange)
  return () => document.removeEventListener('visibilitychange', onChange)
}
