import { useEffect, useRef, useState } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { usePart } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import { titleOf } from './title.ts'

/** Least milliseconds between two announcements. */
const pause = 3000

/** Tells screen readers what has arrived: the newest, and how many, never one by one in a flood. */
export function Arrivals({ session }: { session: BinSession }) {
  const { t, language } = useWords()
  const latest = usePart(session.state, ({ inbox }) => inbox.latest)
  const told = useRef(latest)
  const [text, setText] = useState('')
  useEffect(() => {
    if (latest <= told.current) return undefined
    const timer = setTimeout(() => {
      const newest = session.state.get().inbox.rows[0]
      const n = latest - told.current
      told.current = latest
      if (newest) setText(t('list.arrived', { n, title: titleOf(newest, language) }))
    }, pause)
    return () => clearTimeout(timer)
  }, [latest, session, t, language])
  return (
    <p className="unseen" role="log" aria-label={t('list.arrivals')}>
      {text}
    </p>
  )
}
